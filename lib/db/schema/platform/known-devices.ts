import { primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { moment, platform } from './platform-schema';
import { users } from './users';

/** Browsers in which a person has signed in before. Each holds a cookie; here is its hash. */
export const knownDevices = platform.table(
  'known_devices',
  {
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    tokenHash: text().notNull(),
    createdAt: moment().notNull().defaultNow(),
    lastSeenAt: moment().notNull().defaultNow(),
  },
  (table) => [primaryKey({ name: 'known_devices_pkey', columns: [table.userId, table.tokenHash] })],
);
