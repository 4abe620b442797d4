import { and, eq, inArray, isNull, ne, sql } from 'drizzle-orm';
import { z } from 'zod';
import {
  authors,
  comments,
  notificationPreferences,
  notifications,
  postDrafts,
  revisions,
} from '../db/schema/tenant';
import type { ScopedTx } from '../db/scoped-tx';
import { recordEvent } from '../events/record-event';
import { defineJob } from '../jobs/define-job';
import { postsTag } from '../tenancy/cache-tags';
import type { TenantContext } from '../tenancy/tenant';

/** What somebody is called whose name was taken away. */
export const formerMember = 'Former member';

/**
 * Takes the name of somebody who was erased out of a tenant's own rows: their profile as an author,
 * the history, and what was said by or about them. What they wrote stays, and so does which of it is by one hand.
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
      await tx
        .update(postDrafts)
        .set({ actorName: formerMember })
        .where(eq(postDrafts.actorId, userId));
      await eraseFromComments(tx, ctx, userId);
      await eraseFromNotifications(tx, userId);
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

/** What they said stays, as in posts; pages that show their name are made anew. */
async function eraseFromComments(tx: ScopedTx, ctx: TenantContext, userId: string): Promise<void> {
  const named = and(eq(comments.userId, userId), ne(comments.authorName, formerMember));
  const rows = await tx
    .update(comments)
    .set({ authorName: formerMember })
    .where(named)
    .returning({ id: comments.id });
  if (rows.length === 0) return;
  await recordEvent(tx, ctx, {
    type: 'comment.updated',
    subjectId: rows[0]?.id,
    payload: { resource: 'comments', label: formerMember },
    cacheTags: [postsTag(ctx.tenant.id)],
  });
}

/** Receipts hold no name and are counted. What names them says that it did. */
async function eraseFromNotifications(tx: ScopedTx, userId: string): Promise<void> {
  await tx
    .update(notifications)
    .set({ senderName: formerMember })
    .where(eq(notifications.senderId, userId));
  const { aboutId, senderId } = notifications;
  await tx
    .update(notifications)
    .set({ title: formerMember, body: '' })
    .where(and(eq(aboutId, userId), isNull(senderId)));
  await tx.delete(notificationPreferences).where(eq(notificationPreferences.userId, userId));
}

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
