import { cache } from 'react';
import { listOwnTenants, type OwnTenant } from '../auth/list-own';
import { hasPermission, type Permission } from '../auth/permissions';
import { readViewer } from '../auth/read-session';
import type { Viewer } from '../auth/viewer';
import type { TenantInfo } from '../tenancy/tenant';
import { consoleContext } from './console-context';
import { requestFacts } from './request-facts';
import { findLayoutEntry } from './tenant-page';

/** What the frame around pages for people who are signed in needs. It guards nothing. */
export interface AdminFrame {
  tenant: TenantInfo;
  viewer: Viewer;
  can(permission: Permission): boolean;
  /** The tenants they belong to, this one too, for the switcher: plain links (C20). */
  tenants: OwnTenant[];
}

const ownTenants = cache(listOwnTenants);

/**
 * The frame of a tenant's admin and account pages, from the same session read as the page inside.
 *
 * @returns null where nobody is signed in, or who is signed in may not see the admin: the page inside
 *   answers with a redirect or a 404, and a layout draws its children alone.
 */
export async function adminFrame(params: Promise<{ tenant: string }>): Promise<AdminFrame | null> {
  const frame = await accountFrame(params);
  return frame?.can('admin.enter') ? frame : null;
}

/** The same for whoever is signed in. */
export async function accountFrame(
  params: Promise<{ tenant: string }>,
): Promise<AdminFrame | null> {
  const entry = await findLayoutEntry(params);
  const viewer = entry?.isOpen ? await readViewer(entry.tenant.id) : null;
  if (!entry || !viewer) return null;
  const { tenant } = entry;
  const can = (permission: Permission) => hasPermission(viewer.membership, permission);
  return { tenant, viewer, can, tenants: await ownTenants(viewer.sessionId) };
}

export interface ConsoleFrame {
  viewer: Viewer;
  can(permission: Permission): boolean;
}

/** The frame of the platform console; null for who may not see it. */
export async function consoleFrame(): Promise<ConsoleFrame | null> {
  const { isRootHost, requestId } = await requestFacts();
  const viewer = isRootHost ? await readViewer(null) : null;
  if (!viewer?.isSuperuser) return null;
  const { can } = consoleContext(viewer, requestId);
  return { viewer, can };
}
