import { sql } from 'drizzle-orm';
import { index, uuid } from 'drizzle-orm/pg-core';
import { moment, platform } from './platform-schema';
import { users } from './users';

/** Copies of what is known of a person, asked for by themselves. The pieces are rows of their own. */
export const personExports = platform.table(
  'person_exports',
  {
    id: uuid().primaryKey().default(sql`gen_random_uuid()`),
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    // The tenants that are asked, each by a job of its own.
    tenants: uuid().array().notNull(),
    createdAt: moment().notNull().defaultNow(),
    expiresAt: moment().notNull(),
  },
  (table) => [
    index('person_exports_user_idx').on(table.userId),
    index('person_exports_expires_idx').on(table.expiresAt),
  ],
);
