import { sql } from 'drizzle-orm';
import { tenants } from '../../db/schema/platform';
import { recordEvent } from '../../events/record-event';
import { defineHandler } from '../../jobs/handler';
import { tenantTag } from '../../tenancy/cache-tags';
import { tenantSettingsSchema } from '../../tenancy/tenant-settings';

/** After a picture was deleted: a site whose logo or icon it was is without one. */
export const dropSitePicture = defineHandler({
  kind: 'settings.drop-site-picture',
  whileSuspended: true,
  run: async (ctx, { event }) => {
    const id = event?.subjectId;
    if (!id) return;
    await ctx.db.write(async (tx) => {
      const [row] = await tx.select().from(tenants).for('update');
      if (!row) return;
      const { logo, favicon } = tenantSettingsSchema.parse(row.settings);
      const gone = {
        ...(logo?.id === id && { logo: null }),
        ...(favicon?.id === id && { favicon: null }),
      };
      if (Object.keys(gone).length === 0) return;
      const updatedAt = sql`greatest(now(), ${tenants.updatedAt} + interval '1 millisecond')`;
      await tx.update(tenants).set({ settings: { ...row.settings, ...gone }, updatedAt });
      await recordEvent(tx, ctx, {
        type: 'tenant.updated',
        subjectId: row.id,
        payload: {
          resource: 'settings',
          label: row.name,
          changes: Object.fromEntries(Object.keys(gone).map((name) => [name, [id, null]])),
        },
        cacheTags: [tenantTag(row.id)],
      });
    });
  },
});
