import { asc, eq, inArray } from 'drizzle-orm';
import { commentLabel } from '../../comments/write-comment';
import { comments } from '../../db/schema/tenant';
import type { ScopedTx } from '../../db/scoped-tx';
import type { EventType } from '../../events/event-types';
import { recordEvent } from '../../events/record-event';
import type { RecordFate } from '../../resources/resource-action';
import type { ResourceContext } from '../../resources/resource-context';
import { commentsTag } from '../../tenancy/cache-tags';

type Status = (typeof comments.$inferSelect)['status'];

/**
 * Makes the verb that gives comments a state. What has it already is left out, and what its author
 * took away stays away.
 */
export function moderateComments(status: Status, done: string) {
  return async (tx: ScopedTx, ctx: ResourceContext, ids: string[]): Promise<RecordFate[]> => {
    const rows = await tx
      .select()
      .from(comments)
      .where(inArray(comments.id, ids))
      .orderBy(asc(comments.id))
      .for('update');
    const fates: RecordFate[] = [];
    for (const { id, postId, body, status: before } of rows) {
      const why = whyNot(before, status);
      fates.push({ id, label: commentLabel(body), why });
      if (why) continue;
      await tx.update(comments).set({ status, updatedAt: new Date() }).where(eq(comments.id, id));
      await recordEvent(tx, ctx, {
        type: `comment.${done}` as EventType,
        subjectId: id,
        payload: {
          ...{ resource: 'comments', label: commentLabel(body) },
          changes: { status: [before, status] },
        },
        // Between two states that nobody sees no page changes.
        cacheTags: ctx.tenant && isSeen(before, status) ? [commentsTag(ctx.tenant.id, postId)] : [],
      });
    }
    return fates;
  };
}

function whyNot(before: Status, status: Status): string | null {
  if (before === 'withdrawn') return 'Its author took it away.';
  return before === status ? `It is ${stateWords[status]} already.` : null;
}

function isSeen(...states: Status[]): boolean {
  return states.includes('approved');
}

const stateWords: Record<Status, string> = {
  held: 'held',
  approved: 'approved',
  refused: 'refused',
  spam: 'spam',
  trash: 'in the trash',
  withdrawn: 'taken away',
};
