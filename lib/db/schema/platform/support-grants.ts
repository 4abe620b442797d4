import { sql } from 'drizzle-orm';
import { check, text, uuid } from 'drizzle-orm/pg-core';
import { moment, platform } from './platform-schema';
import { tenants } from './tenants';

/** Until when support may change things in a tenant. Without a row, or past its time, it may look. */
export const supportGrants = platform.table(
  'support_grants',
  {
    tenantId: uuid()
      .primaryKey()
      .references(() => tenants.id, { onDelete: 'cascade' }),
    until: moment().notNull(),
    grantedBy: uuid().notNull(),
    grantedByName: text().notNull(),
    // Set by the database: the week is counted from it.
    grantedAt: moment().notNull().defaultNow(),
  },
  () => [
    check(
      'support_grants_time_check',
      sql`until > granted_at and until <= granted_at + interval '7 days'`,
    ),
  ],
);
