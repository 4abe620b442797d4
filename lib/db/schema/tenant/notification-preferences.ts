import { sql } from 'drizzle-orm';
import { boolean, check, text, uuid } from 'drizzle-orm/pg-core';
import { tenantTable, tenantUnique } from '../../tenant-table';

/** How somebody wants to hear of a kind of notification. What is null is as the kind has it. */
export const notificationPreferences = tenantTable(
  'notification_preferences',
  {
    userId: uuid().notNull(),
    kind: text().notNull(),
    inApp: boolean(),
    email: text({ enum: ['off', 'now', 'digest'] }),
  },
  (table) => [
    tenantUnique('notification_preferences_key', table, table.userId, table.kind),
    check('notification_preferences_email_check', sql`email in ('off', 'now', 'digest')`),
  ],
);
