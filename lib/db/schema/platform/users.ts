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
    // Where they begin when the session names the tenant and has chosen none (S2.20). The migration has
    // what it refers to: tenants, which refer to their owners.
    defaultTenantId: uuid(),
    // Set: the account was deleted (N12), which is more than deactivated. The row stays for the history,
    // and comes back with nothing when somebody registers with its email (S4.23).
    deletedAt: moment(),
    // Set: the name and email were taken away for good.
    erasedAt: moment(),
    createdAt: moment().notNull().defaultNow(),
    updatedAt: moment().notNull().defaultNow(),
  },
  (table) => [
    unique('users_email_key').on(table.email),
    check('users_email_lower_check', sql`email = lower(email)`),
    check(
      'users_system_check',
      sql`id <> '00000000-0000-4000-8000-000000000000' or not (is_active or is_superuser)`,
    ),
    check(
      'users_deleted_check',
      sql`deleted_at is null or not (is_active or is_superuser) and password_hash is null`,
    ),
    check('users_erased_check', sql`erased_at is null or deleted_at is not null`),
  ],
);

/** Owns what nobody owns any more, as deleted tenants (S4.14). Can never sign in. */
export const systemUserId = '00000000-0000-4000-8000-000000000000';
