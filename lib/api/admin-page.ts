import { notFound, redirect } from 'next/navigation';
import { hasPermission, type Permission } from '../auth/permissions';
import type { MemberContext } from '../auth/viewer';
import { bindPage } from '../tenancy/context';
import { loginAddress } from './login-address';
import { memberContext } from './member-context';
import { visitorPage } from './visitor-page';

type Params = Promise<{ tenant: string }>;

export interface AdminDoor {
  permission: Permission;
  /** The page's address as people see it, with its query: they come back here after signing in. */
  path: string;
}

/**
 * The door of a tenant's admin pages: tenant, session, membership, permission.
 *
 * @returns the context of the member. It does not return for who is not signed in (to /login), nor
 *   for who is no member, no staff or without the permission: for them there is no such page (N15).
 */
export async function adminPage(
  params: Params,
  { permission, path }: AdminDoor,
): Promise<MemberContext> {
  const { viewer, requestId, ...ctx } = await visitorPage(params, path);
  if (!viewer) redirect(ctx.tenant.basePath + loginAddress(path));
  if (!hasPermission(viewer.membership, permission)) notFound();
  const member = memberContext(ctx, viewer, requestId);
  bindPage(member);
  return member;
}

/** The door of a tenant's pages for anybody who is signed in, whatever their rights, as /account. */
export function accountPage(params: Params, { path }: { path: string }): Promise<MemberContext> {
  return adminPage(params, { permission: 'account.use', path });
}
