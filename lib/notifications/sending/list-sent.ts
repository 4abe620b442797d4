import { and, count, desc, eq, inArray, type SQL, sql } from 'drizzle-orm';
import { notificationReceipts, notifications } from '../../db/schema/tenant';
import type { ScopedTx } from '../../db/scoped-tx';
import { AppError } from '../../errors';
import type { Audience } from '../audience';
import { audienceLabels } from './audience-label';
import { demandReader, type SenderContext } from './sender-context';

/** A broadcast as its sender sees it, with what has become of it (D25). */
export interface SentItem {
  id: string;
  title: string;
  body: string;
  href: string;
  senderName: string;
  audience: Audience;
  /** What it is called: "Everyone", a group's name, "3 people". */
  audienceLabel: string;
  status: 'scheduled' | 'sending' | 'sent' | 'cancelled';
  createdAt: Date;
  scheduledFor: Date | null;
  sentAt: Date | null;
  /** How many it was for when it was written. */
  expected: number;
  /** How many have got it. */
  recipients: number;
  /** Whose inbox has shown it. */
  delivered: number;
  read: number;
}

export interface SentPage {
  /** Newest first. */
  items: SentItem[];
  next: string | null;
}

/** What of a notification its sender is shown. */
export const sentColumns = {
  id: notifications.id,
  title: notifications.title,
  body: notifications.body,
  href: notifications.href,
  senderName: notifications.senderName,
  audience: sql<Audience>`${notifications.audience}`,
  status: notifications.status,
  createdAt: notifications.createdAt,
  scheduledFor: notifications.scheduledFor,
  sentAt: notifications.sentAt,
  expected: notifications.expected,
  recipients: notifications.recipients,
};

const atOnce = 20;

/**
 * Lists the tenant's broadcasts, whoever sent them.
 *
 * @throws AppError forbidden; bad_input for a cursor that is none.
 */
export async function listSent(
  ctx: SenderContext,
  { cursor, limit = atOnce }: { cursor?: string | null; limit?: number } = {},
): Promise<SentPage> {
  demandReader(ctx);
  const place = cursor ? olderThan(cursor) : undefined;
  return ctx.db.read(async (tx) => {
    const rows = await tx
      .select(sentColumns)
      .from(notifications)
      .where(and(eq(notifications.kind, 'broadcast'), place))
      .orderBy(desc(notifications.createdAt), desc(notifications.id))
      .limit(limit + 1);
    const items = await withCounts(tx, rows.slice(0, limit));
    const last = items.at(-1);
    const next = rows.length > limit && last ? `${last.createdAt.getTime()}_${last.id}` : null;
    return { items, next };
  });
}

/** Adds what each audience is called, whose inbox has shown it, and who has read it. */
export async function withCounts(
  tx: ScopedTx,
  rows: Omit<SentItem, 'delivered' | 'read' | 'audienceLabel'>[],
): Promise<SentItem[]> {
  if (rows.length === 0) return [];
  const { notificationId, seenAt, readAt } = notificationReceipts;
  const counts = await tx
    .select({ id: notificationId, delivered: count(seenAt), read: count(readAt) })
    .from(notificationReceipts)
    .where(
      inArray(
        notificationId,
        rows.map(({ id }) => id),
      ),
    )
    .groupBy(notificationId);
  const byId = new Map(counts.map(({ id, ...one }) => [id, one]));
  const labels = await audienceLabels(
    tx,
    rows.map(({ audience }) => audience),
  );
  return rows.map((row, at) => ({
    ...row,
    audienceLabel: labels[at] ?? '',
    ...(byId.get(row.id) ?? { delivered: 0, read: 0 }),
  }));
}

/** @throws AppError bad_input */
function olderThan(cursor: string): SQL {
  const [, time, id] = /^(\d{1,14})_([0-9a-f-]{36})$/.exec(cursor) ?? [];
  if (!time || !id) throw new AppError('bad_input', 'This is no cursor of this list.');
  const at = sql.param(new Date(Number(time)), notifications.createdAt);
  return sql`(${notifications.createdAt}, ${notifications.id}) < (${at}, ${id}::uuid)`;
}
