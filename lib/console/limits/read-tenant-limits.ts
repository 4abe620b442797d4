import { eq } from 'drizzle-orm';
import type { PlatformTx } from '../../db/platform-tx';
import { quotaDefaults, quotas, tenants } from '../../db/schema/platform';
import { TenantNotFound } from '../../errors';
import { limitNames } from '../../limit-reached';
import { type LimitUse, limitUse } from '../../limits/read-limits';
import { type CacheSettings, cacheSettingsSchema } from '../../state/cache-settings';
import type { PlatformContext } from '../platform-context';

/** A limit of a tenant as the console shows it. */
export interface TenantLimit extends LimitUse {
  followsDefault: boolean;
  /** What it would be if it followed the platform's; null is unlimited. */
  usual: number | null;
}

export interface TenantLimits {
  limits: TenantLimit[];
  cache: CacheSettings;
}

/** Reads what a tenant has and may have. @throws TenantNotFound */
export function readTenantLimits({ db }: Pick<PlatformContext, 'db'>, id: string) {
  return db.read((tx) => limitsOf(tx, id));
}

/** The same inside a transaction. */
export async function limitsOf(tx: PlatformTx, id: string): Promise<TenantLimits> {
  const [[tenant], rows, defaults] = await Promise.all([
    tx.select({ settings: tenants.settings }).from(tenants).where(eq(tenants.id, id)),
    tx.select().from(quotas).where(eq(quotas.tenantId, id)),
    tx.select().from(quotaDefaults),
  ]);
  if (!tenant) throw new TenantNotFound('There is no such tenant.');
  const limits = limitNames.flatMap((name) => {
    const row = rows.find((one) => one.name === name);
    if (!row) return [];
    const usual = defaults.find((one) => one.name === name)?.most ?? null;
    return [{ ...limitUse(name, row.used, row.most), followsDefault: row.followsDefault, usual }];
  });
  return { limits, cache: cacheSettingsSchema.parse(tenant.settings.cache ?? {}) };
}
