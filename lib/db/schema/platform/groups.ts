import { sql } from 'drizzle-orm';
import { check, integer, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { moment, platform } from './platform-schema';
import { tenants } from './tenants';

/** Groups of a tenant's members (S4.9). They give no rights: those come from roles. */
export const groups = platform.table(
  'groups',
  {
    id: uuid().notNull().default(sql`gen_random_uuid()`),
    tenantId: uuid()
      .notNull()
      .references(() => tenants.id, { onDelete: 'cascade' }),
    name: text().notNull(),
    description: text().notNull().default(''),
    // Counted up by triggers whenever somebody comes or goes: what was allowed to members of an
    // earlier epoch is so no longer.
    epoch: integer().notNull().default(1),
    version: integer().notNull().default(1),
    createdAt: moment().notNull().defaultNow(),
    updatedAt: moment().notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ name: 'groups_pkey', columns: [table.tenantId, table.id] }),
    uniqueIndex('groups_name_key').on(table.tenantId, sql`lower(${table.name})`),
    check('groups_name_check', sql`length(name) between 1 and 60`),
  ],
);
