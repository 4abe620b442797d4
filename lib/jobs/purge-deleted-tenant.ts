import { z } from 'zod';
import { sealAudit } from '../audit/seal-audit';
import { appClient } from '../db/client';
import { log } from '../log';
import { clearCaches } from '../state/clear-caches';
import { purgeTenant } from '../tenancy/life/purge-tenant';
import { definePlatformHandler, PermanentFailure } from './handler';

const schema = z.object({ tenantId: z.uuid() });

/**
 * Destroys what is left of a tenant that was deleted long enough ago. What was restored meanwhile is
 * left alone. Its audit log stays, so that is completed first.
 */
export const purgeDeletedTenant = definePlatformHandler({
  kind: 'tenant.purge',
  schema,
  timeLimitSeconds: 3600,
  run: async ({ payload, signal, progress, tenantId: asker }) => {
    if (asker !== null) throw new PermanentFailure('Only the platform asks for this.');
    const { tenantId } = schema.parse(payload);
    if (!(await sealAudit(tenantId))) throw new Error('Its audit log cannot be completed.');
    const onProgress = (gone: number) => progress(gone, undefined, 'rows destroyed');
    // What its state keeps elsewhere ends by its time.
    await clearCaches(tenantId);
    const isDone = await purgeTenant(appClient(), tenantId, { signal, onProgress });
    if (!isDone) return;
    log.warn({ event: 'tenant.purged', tenant: tenantId }, 'a deleted tenant was destroyed');
  },
});
