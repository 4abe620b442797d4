import { sql } from 'drizzle-orm';
import { boolean, check, text, unique, uuid } from 'drizzle-orm/pg-core';
import { moment, platform } from './platform-schema';

/** People. One global identity, whatever number of tenants they belong to (S4.6, S4.8). */
export const users = platform.table(
  'users',
  {
    id: uuid().primaryKey().default(sql`gen_random_uuid()`),
    email: text().notNull(),
    name: text().notNull(),
    passwordHash: text(),
    isActive: boolean().notNull().default(true),
    isSuperuser: boolean().notNull().default(false),
    emailVerifiedAt: moment(),
    createdAt: moment().notNull().defaultNow(),
    updatedAt: moment().notNull().defaultNow(),
  },
  (table) => [
    unique('users_email_key').on(table.email),
    check('users_email_lower_check', sql`email = lower(email)`),
  ],
);
