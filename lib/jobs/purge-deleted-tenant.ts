import { sealAudit } from '../audit/seal-audit';
import { appClient } from '../db/client';
import { log } from '../log';
import { purgeTenant } from '../tenancy/life/purge-tenant';
import { definePlatformHandler, PermanentFailure } from './handler';

/**
 * Destroys what is left of a tenant that was deleted long enough ago (item of its life). What was
 * restored meanwhile is left alone. Its audit log stays, so that is completed first.
 */
export const purgeDeletedTenant = definePlatformHandler({
  kind: 'tenant.purge',
  timeLimitSeconds: 45,
  run: async ({ payload, signal }) => {
    const id = payload.tenantId;
    if (typeof id !== 'string') throw new PermanentFailure('It names no tenant.');
    if (!(await sealAudit(id))) throw new Error('Its audit log cannot be completed.');
    const isDone = await purgeTenant(appClient(), id, { signal });
    if (isDone) log.warn({ event: 'tenant.purged', tenant: id }, 'a deleted tenant was destroyed');
  },
});
