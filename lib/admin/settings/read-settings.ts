import type { MemberContext } from '../../auth/viewer';
import { tenants } from '../../db/schema/platform';
import { AppError } from '../../errors';
import { tenantSettingsSchema } from '../../tenancy/tenant-settings';
import type { SettingsValues } from './settings-input';

export interface StoredSettings {
  values: SettingsValues;
  /** Give it back when saving. */
  seenAt: string;
}

/** Gives the settings as they are stored now: the cached tenant could be seconds old. */
export async function readSettings(ctx: MemberContext): Promise<StoredSettings> {
  const [row] = await ctx.db.read((tx) => tx.select().from(tenants));
  if (!row) throw new AppError('not_found', 'There is no such site.');
  // How its cache is kept is the platform's to say.
  const { cache: _, ...own } = tenantSettingsSchema.parse(row.settings);
  return {
    values: { name: row.name, ...own },
    seenAt: row.updatedAt.toISOString(),
  };
}
