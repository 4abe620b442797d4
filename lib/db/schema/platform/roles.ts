import { sql } from 'drizzle-orm';
import { check, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { moment, platform } from './platform-schema';
import { tenants } from './tenants';

/**
 * Roles that a tenant has made for itself, each a set of permissions (S4.11). What a release does not
 * know among them gives nothing.
 */
export const roles = platform.table(
  'roles',
  {
    id: uuid().notNull().default(sql`gen_random_uuid()`),
    tenantId: uuid()
      .notNull()
      .references(() => tenants.id, { onDelete: 'cascade' }),
    name: text().notNull(),
    description: text().notNull().default(''),
    permissions: text().array().notNull().default(sql`'{}'`),
    createdAt: moment().notNull().defaultNow(),
    updatedAt: moment().notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ name: 'roles_pkey', columns: [table.tenantId, table.id] }),
    uniqueIndex('roles_name_key').on(table.tenantId, sql`lower(${table.name})`),
    check('roles_name_check', sql`length(name) between 1 and 60`),
    check('roles_permissions_check', sql`cardinality(permissions) <= 500`),
  ],
);
