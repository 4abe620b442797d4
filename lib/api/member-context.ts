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
  const support = viewer.support ?? null;
  return {
    ...ctx,
    // Where support acts, the database knows it too: it signs what is written, or refuses.
    db: support ? ctx.db.asSupport(viewer.sessionId) : ctx.db,
    viewer,
    support,
    requestId,
    ...(apiKey && { via: { kind: 'api-key', id: apiKey.id, name: apiKey.name } }),
    // The log names both, wherever it is shown.
    actor: {
      id: viewer.userId,
      name: support ? `${support.superuserName} for ${viewer.name}` : viewer.name,
    },
    can: (permission: Permission) => hasPermission(viewer.membership, permission),
  };
}
