import { and, lt, type SQL, sql } from 'drizzle-orm';
import { notificationReceipts } from '../../db/schema/tenant';

/** Of receipts: those that a digest up to a moment has to tell of. As words, for the partial index. */
export function waitingForDigest(until: Date): SQL | undefined {
  const { email, emailedAt, readAt, createdAt } = notificationReceipts;
  return and(
    sql`${email} = 'digest' and ${emailedAt} is null and ${readAt} is null`,
    lt(createdAt, until),
  );
}
