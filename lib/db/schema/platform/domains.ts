import { sql } from 'drizzle-orm';
import { boolean, check, index, integer, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { moment, platform } from './platform-schema';
import { tenants } from './tenants';

/**
 * Custom domains: many for a tenant, one of them primary (S3.31, N10). The application adds and
 * removes rows and chooses the primary one; what a check found is written by a function of the
 * database alone.
 */
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
    // What the TXT record has to say: nobody else's row has it.
    token: text().notNull().default(sql`replace(gen_random_uuid()::text, '-', '')`),
    // When the TXT record was first seen. A verified domain without it was vouched for by the platform.
    provedAt: moment(),
    state: text({
      enum: ['added', 'unproved', 'held', 'unknown', 'elsewhere', 'nowhere', 'connected'],
    })
      .notNull()
      .default('added'),
    pointing: text({ enum: ['here', 'elsewhere', 'nowhere', 'unknown'] }),
    // What the DNS server said, for people.
    detail: text(),
    checkedAt: moment(),
    // Null: nobody looks again by themselves.
    nextCheckAt: moment(),
    // Since when it waits for its proof: looked at often at first, then less.
    pendingSince: moment().notNull().defaultNow(),
    // Checks in a row that found a verified domain's proof or address gone, and the first of them.
    failures: integer().notNull().default(0),
    failingSince: moment(),
    // What the hosting platform says, where one has to be told of domains.
    hostingState: text({ enum: ['ready', 'pending', 'failed'] }),
    hostingNote: text(),
  },
  (table) => [
    // An unverified row reserves nothing (C24).
    uniqueIndex('domains_hostname_key').on(table.hostname).where(sql`verified_at is not null`),
    uniqueIndex('domains_primary_key').on(table.tenantId).where(sql`is_primary`),
    uniqueIndex('domains_own_hostname_key').on(table.tenantId, table.hostname),
    index('domains_due_idx').on(table.nextCheckAt).where(sql`next_check_at is not null`),
    check('domains_hostname_check', sql`hostname = lower(hostname) and hostname like '%.%'`),
    check(
      'domains_state_check',
      sql`state in ('added', 'unproved', 'held', 'unknown', 'elsewhere', 'nowhere', 'connected')`,
    ),
    check('domains_pointing_check', sql`pointing in ('here', 'elsewhere', 'nowhere', 'unknown')`),
    check('domains_hosting_check', sql`hosting_state in ('ready', 'pending', 'failed')`),
  ],
);
