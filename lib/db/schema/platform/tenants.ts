import { sql } from 'drizzle-orm';
import { check, integer, jsonb, text, unique, uuid } from 'drizzle-orm/pg-core';
import { poolSchema } from '../../roles';
import { moment, platform } from './platform-schema';
import { users } from './users';

/** A tenant that is closed for work on it. The link that opens it all the same has the key of `keyHash`. */
export interface Maintenance {
  id: string;
  keyHash: string;
  message: string;
  /** ISO times. */
  since: string;
  until: string | null;
}

/** What a tenant was when it was deleted. */
export interface BeforeDeletion {
  slug: string;
  status: 'active' | 'suspended' | 'maintenance';
  ownerId: string;
  domains: { id: string; hostname: string; isPrimary: boolean }[];
  /** Table to rows that are destroyed already. */
  purged?: Record<string, number>;
}

/** Organisations (S1.1, S3.30). The id never changes; slug and domains may. */
export const tenants = platform.table(
  'tenants',
  {
    id: uuid().primaryKey().default(sql`gen_random_uuid()`),
    slug: text().notNull(),
    name: text().notNull(),
    status: text({ enum: ['active', 'suspended', 'maintenance', 'deleted'] })
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
    // Set during maintenance alone.
    maintenance: jsonb().$type<Maintenance>(),
    deletedAt: moment(),
    // When what is left of a deleted tenant is destroyed.
    purgeAt: moment(),
    // What a restore brings back.
    beforeDeletion: jsonb().$type<BeforeDeletion>(),
    createdAt: moment().notNull().defaultNow(),
    updatedAt: moment().notNull().defaultNow(),
  },
  (table) => [
    unique('tenants_slug_key').on(table.slug),
    check('tenants_status_check', sql`status in ('active', 'suspended', 'maintenance', 'deleted')`),
    check('tenants_placement_check', sql`placement in ('row', 'schema', 'database')`),
  ],
);
