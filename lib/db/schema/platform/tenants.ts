import { sql } from 'drizzle-orm';
import { check, integer, jsonb, text, unique, uuid } from 'drizzle-orm/pg-core';
import { poolSchema } from '../../roles';
import { moment, platform } from './platform-schema';
import { users } from './users';

/** Organisations (S1.1, S3.30). The id never changes; slug and domains may. */
export const tenants = platform.table(
  'tenants',
  {
    id: uuid().primaryKey().default(sql`gen_random_uuid()`),
    slug: text().notNull(),
    name: text().notNull(),
    status: text({ enum: ['active', 'suspended', 'deleted'] })
      .notNull()
      .default('active'),
    ownerId: uuid()
      .notNull()
      .references(() => users.id),
    settings: jsonb().$type<Record<string, unknown>>().notNull().default({}),
    metadata: jsonb().$type<Record<string, unknown>>().notNull().default({}),
    placement: text({ enum: ['row', 'schema', 'database'] })
      .notNull()
      .default('row'),
    schemaName: text().notNull().default(poolSchema),
    // How many migrations of tenant tables it has been told of: 'tenant.migrated' says so once each.
    schemaVersion: integer().notNull().default(sql`platform.tenant_schema_version()`),
    suspendedAt: moment(),
    deletedAt: moment(),
    createdAt: moment().notNull().defaultNow(),
    updatedAt: moment().notNull().defaultNow(),
  },
  (table) => [
    unique('tenants_slug_key').on(table.slug),
    check('tenants_status_check', sql`status in ('active', 'suspended', 'deleted')`),
    check('tenants_placement_check', sql`placement in ('row', 'schema', 'database')`),
  ],
);
