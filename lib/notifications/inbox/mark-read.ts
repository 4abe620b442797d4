import { and, inArray, isNotNull, isNull, lte, type SQL } from 'drizzle-orm';
import { notificationReceipts } from '../../db/schema/tenant';
import { AppError } from '../../errors';
import type { PublishOptions } from '../../realtime/publish';
import { isId } from '../is-id';
import { countUnread } from './count-unread';
import { type InboxContext, inboxOwner } from './inbox-context';
import { inInbox } from './own-receipts';
import { tellUnread } from './tell-unread';

const mostAtOnce = 500;

/** How many are unread now. */
export interface Marked {
  unread: number;
}

/**
 * Marks some of the viewer's own as read; ids that are nobody's or another's change nothing. The
 * person's other tabs are told the new count (S1.5).
 *
 * @param ids - of notifications.
 * @throws AppError bad_input for more than 500; forbidden for API keys.
 */
export async function markRead(
  ctx: InboxContext,
  ids: string[],
  options?: PublishOptions,
): Promise<Marked> {
  return mark(ctx, { isRead: true, which: among(ids) }, options);
}

/** The same the other way round. */
export async function markUnread(
  ctx: InboxContext,
  ids: string[],
  options?: PublishOptions,
): Promise<Marked> {
  return mark(ctx, { isRead: false, which: among(ids) }, options);
}

/**
 * Marks everything as read that the viewer has seen in the list: what came later stays unread.
 *
 * @param upTo - `newest` of the list they look at; everything without it.
 */
export async function markAllRead(
  ctx: InboxContext,
  upTo?: string | null,
  options?: PublishOptions,
): Promise<Marked> {
  if (upTo && !/^\d{1,12}$/.test(upTo)) {
    throw new AppError('bad_input', 'This is no place in an inbox.');
  }
  const which = upTo ? lte(notificationReceipts.position, Number(upTo)) : undefined;
  return mark(ctx, { isRead: true, which }, options);
}

interface Mark {
  isRead: boolean;
  which: SQL | undefined;
}

async function mark(
  ctx: InboxContext,
  { isRead, which }: Mark,
  options?: PublishOptions,
): Promise<Marked> {
  const userId = inboxOwner(ctx);
  if (userId === null) return { unread: 0 };
  const { readAt } = notificationReceipts;
  const now = new Date();
  const changed = await ctx.db.write((tx) =>
    tx
      .update(notificationReceipts)
      .set(isRead ? { readAt: now, updatedAt: now } : { readAt: null, updatedAt: now })
      .where(and(inInbox(userId), which, isRead ? isNull(readAt) : isNotNull(readAt)))
      .returning({ id: notificationReceipts.id }),
  );
  const unread = await countUnread(ctx);
  if (changed.length > 0) await tellUnread(ctx, { userId, unread }, options);
  return { unread };
}

function among(ids: string[]): SQL {
  if (ids.length > mostAtOnce) {
    throw new AppError('bad_input', `At most ${mostAtOnce} at a time.`);
  }
  return inArray(notificationReceipts.notificationId, ids.filter(isId));
}
