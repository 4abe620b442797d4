import { index, jsonb, text, uuid } from 'drizzle-orm/pg-core';
import { moment, platform } from './platform-schema';

/** What was destroyed with each tenant that was purged, and when. Nothing else is left of it. */
export const purgedTenants = platform.table(
  'purged_tenants',
  {
    // The tenant's own; there is no row of it any more.
    id: uuid().primaryKey(),
    slug: text().notNull(),
    name: text().notNull(),
    createdAt: moment().notNull(),
    deletedAt: moment().notNull(),
    purgedAt: moment().notNull().defaultNow(),
    /** Table to how many rows went. */
    rows: jsonb().$type<Record<string, number>>().notNull(),
  },
  (table) => [index('purged_tenants_purged_idx').on(table.purgedAt.desc().nullsFirst())],
);
