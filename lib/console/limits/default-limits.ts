import { eq } from 'drizzle-orm';
import type { PlatformTx } from '../../db/platform-tx';
import { quotaDefaults } from '../../db/schema/platform';
import { recordEvents } from '../../events/record-event';
import { type LimitName, limitNames } from '../../limit-reached';
import type { PlatformContext } from '../platform-context';

/** What every tenant may have that has no limit of its own; null is unlimited. */
export type DefaultLimits = Record<LimitName, number | null>;

export function readDefaultLimits({ db }: Pick<PlatformContext, 'db'>): Promise<DefaultLimits> {
  return db.read(defaultsOf);
}

/**
 * Sets the platform's limits, for all tenants that follow them, with an event in the platform's
 * audit log.
 */
export function setDefaultLimits(
  ctx: PlatformContext,
  asked: Partial<DefaultLimits>,
): Promise<DefaultLimits> {
  return ctx.db.write(async (tx) => {
    const before = await defaultsOf(tx);
    const changes: Record<string, [unknown, unknown]> = {};
    for (const name of limitNames) {
      const most = asked[name];
      if (most === undefined || most === before[name]) continue;
      await tx.update(quotaDefaults).set({ most }).where(eq(quotaDefaults.name, name));
      changes[name] = [before[name] ?? 'unlimited', most ?? 'unlimited'];
    }
    if (Object.keys(changes).length > 0) {
      const payload = { resource: 'limits', label: 'Limits of every tenant', changes };
      await recordEvents(tx, ctx, [
        { type: 'platform.updated', tenantId: null, payload, cacheTags: [] },
      ]);
    }
    return defaultsOf(tx);
  });
}

async function defaultsOf(tx: PlatformTx): Promise<DefaultLimits> {
  const rows = await tx.select().from(quotaDefaults);
  const entries = limitNames.map((name) => [
    name,
    rows.find((row) => row.name === name)?.most ?? null,
  ]);
  return Object.fromEntries(entries) as DefaultLimits;
}
