import { z } from 'zod';
import { tags } from '../../db/schema/tenant';
import type { TenantContext } from '../../tenancy/tenant';
import { defineCron } from '../define-cron';
import { defineJob } from '../define-job';
import { enqueueJob } from '../enqueue-job';
import { on } from '../on';
import { wire } from '../wiring';

// The examples of the README's "React to what happens", word for word: a test compares and runs them.

export const seedTags = on('tenant.created', {
  kind: 'seed-tags',
  run: async (ctx, event) => {
    const name = `News of ${event.payload.label}`;
    await ctx.db.write((tx) =>
      tx.insert(tags).values({ slug: 'news', name }).onConflictDoNothing(),
    );
  },
});

export const importTags = defineJob({
  kind: 'import-tags',
  schema: z.object({ names: z.array(z.string().min(1)) }),
  timeLimitSeconds: 600,
  run: async (ctx, { names }, job) => {
    for (const [at, name] of names.entries()) {
      job.signal.throwIfAborted();
      const row = { slug: name.toLowerCase(), name };
      await ctx.db.write((tx) => tx.insert(tags).values(row).onConflictDoNothing());
      await job.progress(at + 1, names.length, 'tags');
    }
  },
});

export const weeklyTag = defineCron({
  name: 'weekly-tag',
  at: '0 6 * * 1',
  each: 'tenant',
  run: async (ctx, job) => {
    const slug = `week-${String(job.payload.slot).slice(0, 10)}`;
    await ctx.db.write((tx) => tx.insert(tags).values({ slug, name: slug }).onConflictDoNothing());
  },
});

export const wiring = wire([seedTags], { jobs: [importTags], crons: [weeklyTag] });

/** Asks for a job as the README does. */
export async function askForImport(ctx: TenantContext, names: string[]): Promise<void> {
  await ctx.db.write((tx) => enqueueJob(tx, importTags, { names }, { key: 'first-import' }));
}
