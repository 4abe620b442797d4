import { sql } from 'drizzle-orm';
import { boolean, check, index, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import { moment, platform } from './platform-schema';
import { tenants } from './tenants';
import { users } from './users';

/** What a person is in a tenant (S4.9). */
export const memberships = platform.table(
  'memberships',
  {
    id: uuid().notNull().default(sql`gen_random_uuid()`),
    tenantId: uuid()
      .notNull()
      .references(() => tenants.id, { onDelete: 'cascade' }),
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    // Copied from the person by a trigger: lists of members are sorted and searched in the tenant.
    name: text().notNull().default(''),
    email: text().notNull().default(''),
    role: text({ enum: ['owner', 'admin', 'editor', 'member'] })
      .notNull()
      .default('member'),
    isStaff: boolean().notNull().default(false),
    isSuperuser: boolean().notNull().default(false),
    joinedAt: moment().notNull().defaultNow(),
    modifiedAt: moment().notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ name: 'memberships_pkey', columns: [table.tenantId, table.userId] }),
    unique('memberships_id_key').on(table.tenantId, table.id),
    index('memberships_name_idx').on(table.tenantId, table.name, table.id),
    index('memberships_user_idx').on(table.userId),
    check('memberships_role_check', sql`role in ('owner', 'admin', 'editor', 'member')`),
  ],
);
