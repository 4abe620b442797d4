import { sql } from 'drizzle-orm';
import { bigint, boolean, check, primaryKey, smallint, text, uuid } from 'drizzle-orm/pg-core';
import { platform } from './platform-schema';
import { tenants } from './tenants';

/**
 * What a tenant may have of something, and has: one row for each tenant and limit. `used` is kept by
 * triggers of the tables that are counted, so that every way in is counted and the last place is
 * given away once.
 */
export const quotas = platform.table(
  'quotas',
  {
    tenantId: uuid()
      .notNull()
      .references(() => tenants.id, { onDelete: 'cascade' }),
    name: text().notNull(),
    used: bigint({ mode: 'number' }).notNull().default(0),
    // Null is unlimited. Holds the platform's default where that is followed, so that one row tells all.
    most: bigint({ mode: 'number' }),
    followsDefault: boolean().notNull().default(true),
    // Per cent that an event was told of: 0, 80 or 100.
    told: smallint().notNull().default(0),
  },
  (table) => [
    primaryKey({ name: 'quotas_pkey', columns: [table.tenantId, table.name] }),
    check('quotas_used_check', sql`used >= 0`),
    check('quotas_most_check', sql`most >= 0`),
  ],
);
