import { index, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { moment, platform } from './platform-schema';
import { tenants } from './tenants';

/** Who is where, where PostgreSQL keeps it: a row for each connection. Not logged: a crash empties it. */
export const presenceEntries = platform.table(
  'presence_entries',
  {
    tenantId: uuid()
      .notNull()
      .references(() => tenants.id, { onDelete: 'cascade' }),
    room: text().notNull(),
    // What people call the room, where its key is too short to say it.
    roomName: text(),
    userId: text().notNull(),
    connection: text().notNull(),
    // JSON as text: it is never looked into.
    meta: text().notNull(),
    // To the microsecond: the last to come speaks for the person.
    metaAt: timestamp({ withTimezone: true }).notNull(),
    joinedAt: moment().notNull(),
    expiresAt: moment().notNull(),
  },
  (table) => [
    primaryKey({
      name: 'presence_entries_pkey',
      columns: [table.tenantId, table.room, table.userId, table.connection],
    }),
    index('presence_entries_expires_idx').on(table.tenantId, table.expiresAt),
  ],
);
