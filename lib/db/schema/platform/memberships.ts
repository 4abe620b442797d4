import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  foreignKey,
  index,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import { moment, platform } from './platform-schema';
import { roles } from './roles';
import { tenants } from './tenants';
import { users } from './users';

/** What a person is in a tenant (S4.9): by a built-in role, or by one of the tenant's own (S4.11). */
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
    role: text({ enum: ['owner', 'admin', 'editor', 'member', 'custom'] })
      .notNull()
      .default('member'),
    // With role 'custom', and then alone.
    roleId: uuid(),
    // Of a custom role a trigger says it: whether that may enter the admin.
    isStaff: boolean().notNull().default(false),
    isSuperuser: boolean().notNull().default(false),
    joinedAt: moment().notNull().defaultNow(),
    modifiedAt: moment().notNull().defaultNow(),
    // Set: no member for every purpose, until it is taken back.
    deactivatedAt: moment(),
    // Kept by a trigger of sessions, to the minute.
    lastSeenAt: moment(),
  },
  (table) => [
    primaryKey({ name: 'memberships_pkey', columns: [table.tenantId, table.userId] }),
    unique('memberships_id_key').on(table.tenantId, table.id),
    index('memberships_name_idx').on(table.tenantId, table.name, table.id),
    index('memberships_user_idx').on(table.userId),
    index('memberships_role_idx').on(table.tenantId, table.roleId).where(sql`role_id is not null`),
    foreignKey({
      name: 'memberships_role_fkey',
      columns: [table.tenantId, table.roleId],
      foreignColumns: [roles.tenantId, roles.id],
    }),
    check('memberships_role_check', sql`role in ('owner', 'admin', 'editor', 'member', 'custom')`),
    check('memberships_custom_check', sql`(role = 'custom') = (role_id is not null)`),
  ],
);
