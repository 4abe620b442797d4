import { index, integer, primaryKey, uuid } from 'drizzle-orm/pg-core';
import { moment, platform } from './platform-schema';
import { tenants } from './tenants';
import { users } from './users';

/**
 * Members of a tenant who are locked out there after too many wrong passwords, for its admins to see.
 * What keeps somebody out is the counter of attempts; lifting it takes away both.
 */
export const lockouts = platform.table(
  'lockouts',
  {
    tenantId: uuid()
      .notNull()
      .references(() => tenants.id, { onDelete: 'cascade' }),
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    failures: integer().notNull(),
    lockedUntil: moment().notNull(),
  },
  (table) => [
    primaryKey({ name: 'lockouts_pkey', columns: [table.tenantId, table.userId] }),
    index('lockouts_user_idx').on(table.userId),
  ],
);
