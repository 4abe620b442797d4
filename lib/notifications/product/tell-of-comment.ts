import { and, eq, isNull } from 'drizzle-orm';
import { hasPermission } from '../../auth/permissions';
import { memberships } from '../../db/schema/platform';
import { comments, posts } from '../../db/schema/tenant';
import type { ScopedTx } from '../../db/scoped-tx';
import { defineHandler } from '../../jobs/handler';
import { readMembers } from '../../tenancy/people/member';
import { notify } from '../notify';

/** After a comment was written that waits: staff who may decide on it. Its words stand where they do. */
export const tellOfComment = defineHandler({
  kind: 'notify-of-comment',
  run: async ({ tenant, db }, { event }) => {
    const id = event?.subjectId;
    if (!event || !id) return;
    await db.write(async (tx) => {
      const [comment] = await tx
        .select({ post: posts.title, author: comments.authorName, userId: comments.userId })
        .from(comments)
        .innerJoin(posts, eq(posts.id, comments.postId))
        .where(and(eq(comments.id, id), eq(comments.status, 'held')));
      if (!comment) return;
      await notify(tx, {
        userIds: await moderators(tx, tenant.id),
        kind: 'comments',
        title: `A comment waits: ${comment.post}`,
        body: `${comment.author} has written it.`,
        href: '/admin/comments?status=held',
        eventId: event.id,
        aboutId: comment.userId,
        except: event.actorId,
      });
    });
  },
});

async function moderators(tx: ScopedTx, tenantId: string): Promise<string[]> {
  const staff = and(eq(memberships.isStaff, true), isNull(memberships.deactivatedAt));
  const rows = await tx.select({ id: memberships.id }).from(memberships).where(staff);
  const members = await readMembers(tx, tenantId, { ids: rows.map(({ id }) => id) });
  return members
    .filter((member) => hasPermission(member, 'comments.write'))
    .map(({ userId }) => userId);
}
