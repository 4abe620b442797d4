import { hasPermission, type Permission } from '../auth/permissions';
import type { MemberContext, Viewer } from '../auth/viewer';
import type { TenantContext } from '../tenancy/tenant';

/** Joins a tenant that was entered with the person who acts in it. */
export function memberContext(
  ctx: TenantContext,
  viewer: Viewer,
  requestId: string,
): MemberContext {
  const { apiKey } = viewer;
  return {
    ...ctx,
    viewer,
    requestId,
    actor: { id: viewer.userId, name: viewer.name },
    ...(apiKey && { via: { kind: 'api-key', id: apiKey.id, name: apiKey.name } }),
    can: (permission: Permission) => hasPermission(viewer.membership, permission),
  };
}
