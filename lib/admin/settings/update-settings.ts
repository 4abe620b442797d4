import { sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { MemberContext } from '../../auth/viewer';
import { tenants } from '../../db/schema/platform';
import type { ScopedTx } from '../../db/scoped-tx';
import { AppError } from '../../errors';
import { recordEvent } from '../../events/record-event';
import { demoTenantsTag, tenantTag } from '../../tenancy/cache-tags';
import { tenantSettingsSchema } from '../../tenancy/tenant-settings';
import { findSitePictures } from './find-site-pictures';
import { findSettingsConflict } from './settings-conflict';
import { type SettingsInput, type SettingsValues, settingsInput } from './settings-input';

/** What came of saving the settings. `tags` are stale from then on. */
export interface SettingsSaved {
  changed: (keyof SettingsInput)[];
  tags: string[];
}

/**
 * Changes what the tenant decides for itself, with its event in the same transaction. What this
 * release does not know of the stored settings stays as it is.
 *
 * @param seenAt - when the settings that the person saw had been changed last.
 * @throws ZodError for bad input; AppError forbidden without `settings.write`; SettingsConflict when
 *   somebody else has saved since `seenAt`.
 */
export async function updateSettings(
  ctx: MemberContext,
  input: z.input<typeof settingsInput>,
  seenAt: string,
): Promise<SettingsSaved> {
  if (!ctx.can('settings.write')) throw new AppError('forbidden', 'You may not change settings.');
  const given = settingsInput.parse(input);
  return ctx.db.write(async (tx) => {
    const [row] = await tx.select().from(tenants).for('update');
    if (!row) throw new AppError('not_found', 'There is no such site.');
    if (row.updatedAt.toISOString() !== seenAt) {
      throw await findSettingsConflict(tx, row.updatedAt, seenAt);
    }
    const before = { ...tenantSettingsSchema.parse(row.settings), name: row.name };
    // Flags that a form does not show stay as they are.
    const features = { ...before.features, ...given.features };
    const pictures = await sitePictures(tx, given);
    const after = { ...given, ...pictures, features };
    const changes = changesOf(before, after);
    const changed = Object.keys(changes) as (keyof SettingsInput)[];
    if (changed.length === 0) return { changed, tags: [] };
    const { name, ...settings } = after;
    // The clock of the events, so that later ones are known by it; and never twice the same.
    const updatedAt = sql`greatest(now(), ${tenants.updatedAt} + interval '1 millisecond')`;
    await tx.update(tenants).set({ name, settings: { ...row.settings, ...settings }, updatedAt });
    const tags = [tenantTag(row.id), ...(row.metadata.demo === true ? [demoTenantsTag] : [])];
    await recordEvent(tx, ctx, {
      type: 'tenant.updated',
      subjectId: row.id,
      payload: { resource: 'settings', label: name, changes },
      cacheTags: tags,
    });
    return { changed, tags };
  });
}

async function sitePictures(tx: ScopedTx, { logo, favicon }: SettingsInput) {
  const [found, icon] = await findSitePictures(tx, [logo, favicon]);
  // A picture that is not this tenant's is none.
  const gone = (logo && !found) || (favicon && !icon);
  if (gone) throw new AppError('bad_input', 'This picture is not in the library any more.');
  return { logo: found ?? null, favicon: icon ?? null };
}

function changesOf(before: SettingsValues, after: SettingsValues) {
  const changes: Record<string, [unknown, unknown]> = {};
  for (const name of Object.keys(after) as (keyof SettingsValues)[]) {
    if (JSON.stringify(before[name]) !== JSON.stringify(after[name])) {
      changes[name] = [before[name], after[name]];
    }
  }
  return changes;
}
