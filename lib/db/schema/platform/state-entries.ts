import { index, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { moment, platform } from './platform-schema';
import { tenants } from './tenants';

/** Entries of tenants' caches and state, where PostgreSQL keeps them. Not logged: a crash empties it. */
export const stateEntries = platform.table(
  'state_entries',
  {
    tenantId: uuid()
      .notNull()
      .references(() => tenants.id, { onDelete: 'cascade' }),
    space: text().notNull(),
    key: text().notNull(),
    // JSON as text: it is never looked into.
    value: text().notNull(),
    expiresAt: moment().notNull(),
  },
  (table) => [
    primaryKey({ name: 'state_entries_pkey', columns: [table.tenantId, table.space, table.key] }),
    index('state_entries_expires_idx').on(table.expiresAt),
  ],
);
