import { integer, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { moment, platform } from './platform-schema';
import { users } from './users';

/** As idempotencyKeys, for what superusers ask of the platform: a key is the person's alone. */
export const consoleIdempotencyKeys = platform.table(
  'console_idempotency_keys',
  {
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    key: text().notNull(),
    fingerprint: text().notNull(),
    status: integer(),
    headers: text(),
    body: text(),
    createdAt: moment().notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ name: 'console_idempotency_keys_pkey', columns: [table.userId, table.key] }),
  ],
);
