import { sql } from 'drizzle-orm';
import { bigint, boolean, check, index, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core';
import { tenantReference, tenantTable, tenantUnique } from '../../tenant-table';
import { notifications } from './notifications';

const moment = () => timestamp({ withTimezone: true, precision: 3, mode: 'date' });

/** That somebody has got a notification, once, and what has become of it. */
export const notificationReceipts = tenantTable(
  'notification_receipts',
  {
    notificationId: uuid().notNull(),
    userId: uuid().notNull(),
    /**
     * Counts up in each person's inbox, and is given under a lock until the commit: who has seen one
     * has missed none below it, which no clock could promise.
     */
    position: bigint({ mode: 'number' }).notNull(),
    // What they wanted of this kind when it was sent.
    inApp: boolean().notNull().default(true),
    email: text({ enum: ['off', 'now', 'digest'] })
      .notNull()
      .default('off'),
    // Their inbox has shown it.
    seenAt: moment(),
    readAt: moment(),
    emailedAt: moment(),
  },
  (table) => [
    tenantUnique('notification_receipts_key', table, table.notificationId, table.userId),
    unique('notification_receipts_inbox_key').on(table.tenantId, table.userId, table.position),
    index('notification_receipts_unread_idx')
      .on(table.tenantId, table.userId)
      .where(sql`in_app and read_at is null`),
    index('notification_receipts_digest_idx')
      .on(table.tenantId, table.userId)
      .where(sql`email = 'digest' and emailed_at is null and read_at is null`),
    tenantReference(
      'notification_receipts_notification_fkey',
      table,
      table.notificationId,
      () => notifications,
    ).onDelete('cascade'),
    check('notification_receipts_email_check', sql`email in ('off', 'now', 'digest')`),
  ],
);
