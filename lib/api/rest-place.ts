import { hasPermission, type Permission } from '../auth/permissions';
import { readViewer } from '../auth/read-session';
import type { Viewer } from '../auth/viewer';
import type { PlatformDb } from '../db/platform-tx';
import { AppError } from '../errors';
import type { TenantContext } from '../tenancy/tenant';
import { consoleContext } from './console-context';
import { memberContext } from './member-context';

/** A tenant's host, for the REST API: who asks is found by its own rules, from token or cookie. */
export function tenantRestPlace(ctx: TenantContext, requestId: string) {
  const { id, basePath } = ctx.tenant;
  const nobody = (permission: Permission) => hasPermission(null, permission);
  return {
    realm: id,
    basePath,
    requestId,
    cookieViewer: () => readViewer(id),
    contextFor: (viewer: Viewer | null) =>
      viewer
        ? memberContext(ctx, viewer, requestId)
        : { ...ctx, viewer, requestId, can: (permission: Permission) => isFor(nobody, permission) },
  };
}

/** The root host, for the REST API. */
export function rootRestPlace(requestId: string) {
  return {
    realm: null,
    basePath: '',
    requestId,
    cookieViewer: () => readViewer(null),
    contextFor: (viewer: Viewer | null) =>
      viewer
        ? consoleContext(viewer, requestId)
        : { tenant: null, viewer, requestId, db: closedDb, can: () => false },
  };
}

/** Using an account needs one. */
function isFor(rights: (permission: Permission) => boolean, permission: Permission): boolean {
  return permission !== 'account.use' && rights(permission);
}

const closedDb: PlatformDb = { read: refuse, write: refuse };

async function refuse(): Promise<never> {
  throw new AppError('not_signed_in', 'Sign in first.');
}
