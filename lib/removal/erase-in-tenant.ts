import { and, eq, inArray, sql } from 'drizzle-orm';
import { z } from 'zod';
import { authors, revisions } from '../db/schema/tenant';
import type { ScopedTx } from '../db/scoped-tx';
import { recordEvent } from '../events/record-event';
import { defineJob } from '../jobs/define-job';
import { postsTag } from '../tenancy/cache-tags';

/** What somebody is called whose name was taken away. */
export const formerMember = 'Former member';

/**
 * Takes the name of somebody who was erased out of a tenant's own rows: their profile as an author,
 * and the history. What they wrote stays, and so does which of it is by one hand.
 */
export const eraseInTenant = defineJob({
  kind: 'person.erase',
  schema: z.object({ userId: z.uuid() }),
  whileSuspended: true,
  timeLimitSeconds: 600,
  run: async (ctx, { userId }) => {
    await ctx.db.write(async (tx) => {
      await tx
        .update(revisions)
        .set({ actorName: formerMember })
        .where(eq(revisions.actorId, userId));
      for (const id of await eraseAuthors(tx, userId)) {
        await recordEvent(tx, ctx, {
          type: 'author.updated',
          subjectId: id,
          payload: { resource: 'authors', label: formerMember },
          cacheTags: [postsTag(ctx.tenant.id)],
        });
      }
    });
  },
});

/** @returns the ids of those that had their name still. */
async function eraseAuthors(tx: ScopedTx, userId: string): Promise<string[]> {
  const slug = sql<string>`'former-member-' || left(${authors.id}::text, 8)`;
  const named = sql`${authors.name} <> ${formerMember}`;
  const rows = await tx
    .update(authors)
    .set({ name: formerMember, slug, updatedAt: new Date() })
    .where(and(eq(authors.userId, userId), named))
    .returning({ id: authors.id, slug: authors.slug });
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return ids;
  const isTheirs = and(eq(revisions.resource, 'authors'), inArray(revisions.recordId, ids));
  const blank = sql`${revisions.snapshot} || jsonb_build_object('name', ${formerMember}::text,
    'slug', 'former-member-' || left(${revisions.recordId}::text, 8))`;
  await tx.update(revisions).set({ snapshot: blank }).where(isTheirs);
  return ids;
}
