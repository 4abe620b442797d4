import { and, eq, type SQL, sql } from 'drizzle-orm';
import { notificationReceipts } from '../../db/schema/tenant';

/** Of receipts: those in somebody's inbox. As words, so that partial indexes are known to fit. */
export function inInbox(userId: string): SQL | undefined {
  return and(eq(notificationReceipts.userId, userId), sql`${notificationReceipts.inApp}`);
}

/** Of receipts: the unread ones of an inbox. */
export function unreadIn(userId: string): SQL | undefined {
  return and(inInbox(userId), sql`${notificationReceipts.readAt} is null`);
}
