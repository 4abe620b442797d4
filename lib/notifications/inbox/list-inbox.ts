import { and, asc, desc, eq, gt, lt, type SQL } from 'drizzle-orm';
import { notificationReceipts, notifications } from '../../db/schema/tenant';
import { AppError } from '../../errors';
import { type InboxContext, inboxOwner } from './inbox-context';
import { noteSeen } from './note-seen';
import { inInbox, unreadIn } from './own-receipts';

/** A notification as its reader has it. Plain data; texts are plain too. */
export interface InboxItem {
  /** Of the notification, as the channel's event names it. */
  id: string;
  kind: string;
  title: string;
  body: string;
  /** A path of the site, or nothing. */
  href: string;
  senderName: string;
  createdAt: Date;
  readAt: Date | null;
}

export interface InboxQuery {
  /** `next` of the page before: what is older. */
  cursor?: string | null;
  /** `newest` of what one has: everything that came since, for after a reconnect. */
  after?: string | null;
  unread?: boolean;
  kind?: string;
  /** 20 unless given, 100 at most. */
  limit?: number;
  /** Looks without showing: nothing counts as seen. */
  peek?: boolean;
}

export interface InboxPage {
  /** Newest first. */
  items: InboxItem[];
  /** For older ones; null on the last page, and with `after`. */
  next: string | null;
  /** To ask with `after` later. Null with a cursor: what the first page gave still counts. */
  newest: string | null;
  /** With `after`: there is still more, ask again with `newest`. */
  hasMore: boolean;
}

/**
 * Lists the viewer's own inbox by place, so that pages and catching up lose nothing and give nothing
 * twice, whatever comes meanwhile (S1.5). What is listed counts as seen.
 *
 * @throws AppError bad_input for a cursor that is none; forbidden for API keys.
 */
export async function listInbox(ctx: InboxContext, query: InboxQuery = {}): Promise<InboxPage> {
  const userId = inboxOwner(ctx);
  const after = readPlace(query.after);
  const cursor = readPlace(query.cursor);
  if (after !== null && cursor !== null) {
    throw new AppError('bad_input', 'Give a cursor or an after, not both.');
  }
  if (userId === null) return { items: [], next: null, newest: String(after ?? 0), hasMore: false };
  const limit = Math.min(Math.max(query.limit ?? 20, 1), 100);
  const isFirst = after === null && cursor === null;
  // Before the list: what comes in between must not count as known.
  const known = isFirst ? await readNewest(ctx, userId) : (after ?? 0);
  const rows = await readRows(ctx, userId, { ...query, after, cursor, limit: limit + 1 });
  const page = rows.slice(0, limit);
  const hasOthers = rows.length > limit;
  if (after !== null) page.reverse();
  if (!query.peek) await noteSeen(ctx, userId, page);
  const [first] = page;
  const last = page.at(-1);
  return {
    items: page.map(({ position: _, seenAt: __, ...item }) => item),
    next: after === null && hasOthers && last ? String(last.position) : null,
    newest: cursor === null ? String(Math.max(known, first?.position ?? 0)) : null,
    hasMore: after !== null && hasOthers,
  };
}

interface Asked extends Omit<InboxQuery, 'after' | 'cursor' | 'peek'> {
  after: number | null;
  cursor: number | null;
  limit: number;
}

function readRows({ db }: InboxContext, userId: string, asked: Asked) {
  const { after, cursor, unread, kind, limit } = asked;
  const { position, seenAt, readAt, createdAt, notificationId } = notificationReceipts;
  const { id, title, body, href, senderName } = notifications;
  const conditions: (SQL | undefined)[] = [
    unread ? unreadIn(userId) : inInbox(userId),
    after === null ? undefined : gt(position, after),
    cursor === null ? undefined : lt(position, cursor),
    kind === undefined ? undefined : eq(notifications.kind, kind),
  ];
  return db.read((tx) =>
    tx
      .select({
        ...{ id, kind: notifications.kind, title, body, href, senderName },
        ...{ createdAt, readAt, position, seenAt },
      })
      .from(notificationReceipts)
      .innerJoin(notifications, eq(notifications.id, notificationId))
      .where(and(...conditions))
      .orderBy(after === null ? desc(position) : asc(position))
      .limit(limit),
  );
}

/** With a filter the list does not show it. */
async function readNewest({ db }: InboxContext, userId: string): Promise<number> {
  const { position } = notificationReceipts;
  const [row] = await db.read((tx) =>
    tx
      .select({ position })
      .from(notificationReceipts)
      .where(inInbox(userId))
      .orderBy(desc(position))
      .limit(1),
  );
  return row?.position ?? 0;
}

/** @throws AppError bad_input */
function readPlace(text: string | null | undefined): number | null {
  if (text === null || text === undefined) return null;
  if (!/^\d{1,12}$/.test(text)) throw new AppError('bad_input', 'This is no place in an inbox.');
  return Number(text);
}
