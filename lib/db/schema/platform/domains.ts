import { sql } from 'drizzle-orm';
import { boolean, check, index, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { moment, platform } from './platform-schema';
import { tenants } from './tenants';

/** Custom domains: many for a tenant, one of them primary (S3.31, N10). */
export const domains = platform.table(
  'domains',
  {
    id: uuid().primaryKey().default(sql`gen_random_uuid()`),
    tenantId: uuid()
      .notNull()
      .references(() => tenants.id, { onDelete: 'cascade' }),
    hostname: text().notNull(),
    isPrimary: boolean().notNull().default(false),
    verifiedAt: moment(),
    createdAt: moment().notNull().defaultNow(),
  },
  (table) => [
    // An unverified row reserves nothing (C24).
    uniqueIndex('domains_hostname_key').on(table.hostname).where(sql`verified_at is not null`),
    uniqueIndex('domains_primary_key').on(table.tenantId).where(sql`is_primary`),
    index('domains_tenant_idx').on(table.tenantId),
    check('domains_hostname_check', sql`hostname = lower(hostname) and hostname like '%.%'`),
  ],
);
