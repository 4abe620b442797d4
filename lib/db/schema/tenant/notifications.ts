import { sql } from 'drizzle-orm';
import { bigint, check, integer, jsonb, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { tenantIndex, tenantTable, tenantUnique } from '../../tenant-table';

const moment = () => timestamp({ withTimezone: true, precision: 3, mode: 'date' });

/**
 * What is said to some of a tenant's people (S1.5, S1.29): by somebody, or because something happened.
 * Who got it stands in notification_receipts. People have no foreign keys: tenant tables may live
 * elsewhere.
 */
export const notifications = tenantTable(
  'notifications',
  {
    // Of lib/notifications/kinds.ts; one that a release does not know is shown as it stands.
    kind: text().notNull(),
    title: text().notNull(),
    // Plain text.
    body: text().notNull().default(''),
    // A path of the tenant's site, or nothing.
    href: text().notNull().default(''),
    senderId: uuid(),
    // As it was then: people are renamed and leave.
    senderName: text().notNull().default(''),
    // Whom it names, so that erasing them can take the name out.
    aboutId: uuid(),
    audience: jsonb().$type<Record<string, unknown>>().notNull(),
    status: text({ enum: ['scheduled', 'sending', 'sent', 'cancelled'] })
      .notNull()
      .default('sending'),
    scheduledFor: moment(),
    sentAt: moment(),
    // One of each kind for each event, whatever is repeated.
    eventId: bigint({ mode: 'number' }),
    // Of the form: whoever sends it twice has sent it once.
    requestKey: uuid(),
    // How many it was meant for when it was written, and how many have got it.
    expected: integer().notNull().default(0),
    recipients: integer().notNull().default(0),
    // People are worked through in the order of their ids: up to here they have it, and were told.
    sentUpTo: uuid(),
    toldUpTo: uuid(),
  },
  (table) => [
    tenantUnique('notifications_event_key', table, table.kind, table.eventId),
    tenantUnique('notifications_request_key', table, table.requestKey),
    tenantIndex(
      'notifications_kind_idx',
      table,
      table.kind,
      table.createdAt.desc().nullsFirst(),
      table.id.desc().nullsFirst(),
    ),
    check(
      'notifications_status_check',
      sql`status in ('scheduled', 'sending', 'sent', 'cancelled')`,
    ),
    check('notifications_text_check', sql`length(title) <= 200 and length(body) <= 2000`),
    check(
      'notifications_href_check',
      sql`href = '' or left(href, 1) = '/' and left(href, 2) <> '//'`,
    ),
    check('notifications_sent_check', sql`status <> 'sent' or sent_at is not null`),
  ],
);
