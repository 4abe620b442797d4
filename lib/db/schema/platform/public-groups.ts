import { sql } from 'drizzle-orm';
import { check, integer, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { moment, platform } from './platform-schema';

/**
 * Groups of people of any tenants, made by the platform's operators (S0.7). What is said to one
 * carries no tenant's data.
 */
export const publicGroups = platform.table(
  'public_groups',
  {
    id: uuid().primaryKey().default(sql`gen_random_uuid()`),
    name: text().notNull(),
    description: text().notNull().default(''),
    // Counted up by triggers whenever somebody comes or goes, as a tenant's own groups are.
    epoch: integer().notNull().default(1),
    createdAt: moment().notNull().defaultNow(),
    updatedAt: moment().notNull().defaultNow(),
  },
  (table) => [
    uniqueIndex('public_groups_name_key').on(sql`lower(${table.name})`),
    check('public_groups_name_check', sql`length(name) between 1 and 60`),
  ],
);
