import { and, eq, sql } from 'drizzle-orm';
import type { PlatformTx } from '../../db/platform-tx';
import { quotas, tenants } from '../../db/schema/platform';
import { TenantNotFound } from '../../errors';
import { recordEvents } from '../../events/record-event';
import type { LimitName } from '../../limit-reached';
import { type CacheSettings, cacheSettingsSchema } from '../../state/cache-settings';
import { clearCaches } from '../../state/clear-caches';
import { tenantTag } from '../../tenancy/cache-tags';
import type { PlatformContext } from '../platform-context';
import type { LimitChanges } from './limit-input';
import { limitsOf, type TenantLimits } from './read-tenant-limits';

export interface TenantLimitChanges {
  limits?: LimitChanges;
  /** A backend of null is the installation's. */
  cache?: Partial<Omit<CacheSettings, 'backend'>> & { backend?: CacheSettings['backend'] | null };
}

type Changes = Record<string, [before: unknown, after: unknown]>;

/**
 * Sets limits of a tenant, and how its cache is kept, with an event in its audit log. Limits hold
 * from the commit on, that of requests within two seconds; a changed cache begins empty.
 *
 * @returns what there is now, and the tags of what is stale.
 * @throws TenantNotFound
 */
export async function setTenantLimits(
  ctx: PlatformContext,
  id: string,
  { limits = {}, cache }: TenantLimitChanges,
): Promise<TenantLimits & { tags: string[] }> {
  const done = await ctx.db.write(async (tx) => {
    // Whoever writes in the tenant holds its key and may wait for its limits: no stronger lock than this.
    const [tenant] = await tx
      .select({ name: tenants.name, settings: tenants.settings })
      .from(tenants)
      .where(eq(tenants.id, id))
      .for('no key update');
    if (!tenant) throw new TenantNotFound('There is no such tenant.');
    const before = await limitsOf(tx, id);
    const changes = await changeLimits(tx, id, before, limits);
    const isCacheChanged = await changeCache(tx, id, tenant.settings, { before, cache }, changes);
    const tags = isCacheChanged ? [tenantTag(id)] : [];
    if (Object.keys(changes).length > 0) {
      await recordEvents(tx, ctx, [
        {
          type: 'tenant.updated',
          tenantId: id,
          subjectId: id,
          payload: { resource: 'limits', label: tenant.name, changes },
          cacheTags: tags,
        },
      ]);
    }
    return { ...(await limitsOf(tx, id)), tags };
  });
  if (done.tags.length > 0) await clearCaches(id);
  return done;
}

async function changeLimits(
  tx: PlatformTx,
  id: string,
  before: TenantLimits,
  asked: LimitChanges,
): Promise<Changes> {
  const changes: Changes = {};
  for (const { name, most, followsDefault, usual } of before.limits) {
    const value = asked[name];
    const now = followsDefault ? 'default' : most;
    if (value === undefined || value === now) continue;
    const set = { most: value === 'default' ? usual : value, followsDefault: value === 'default' };
    await tx.update(quotas).set(set).where(isLimit(id, name));
    changes[name] = [worded(now), worded(value)];
  }
  return changes;
}

async function changeCache(
  tx: PlatformTx,
  id: string,
  settings: Record<string, unknown>,
  { before, cache }: { before: TenantLimits; cache: TenantLimitChanges['cache'] },
  changes: Changes,
): Promise<boolean> {
  if (!cache) return false;
  const { backend = before.cache.backend, ...rest } = cache;
  const after = cacheSettingsSchema.parse({
    ...before.cache,
    ...rest,
    backend: backend ?? undefined,
  });
  if (JSON.stringify(after) === JSON.stringify(cacheSettingsSchema.parse(before.cache)))
    return false;
  // The clock of the events, and never twice the same: whoever has the settings open is told.
  const updatedAt = sql`greatest(now(), ${tenants.updatedAt} + interval '1 millisecond')`;
  await tx
    .update(tenants)
    .set({ settings: { ...settings, cache: after }, updatedAt })
    .where(eq(tenants.id, id));
  changes.cache = [before.cache, after];
  return true;
}

function isLimit(id: string, name: LimitName) {
  return and(eq(quotas.tenantId, id), eq(quotas.name, name));
}

function worded(value: number | null | 'default'): number | string {
  return value === null ? 'unlimited' : value;
}
