import { primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { moment, platform } from './platform-schema';
import { users } from './users';

/** What lets a person in whose app is gone, each once. Only keyed hashes stand here. */
export const recoveryCodes = platform.table(
  'recovery_codes',
  {
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    codeHash: text().notNull(),
    usedAt: moment(),
  },
  (table) => [primaryKey({ name: 'recovery_codes_pkey', columns: [table.userId, table.codeHash] })],
);
