import { integer, text, unique, uuid } from 'drizzle-orm/pg-core';
import { moment, platform } from './platform-schema';
import { tenants } from './tenants';

/**
 * Audit logs that could not be sealed the last time it was tried, each with when it will be tried
 * again. A log that is sealed has no row.
 */
export const sealFaults = platform.table(
  'seal_faults',
  {
    // Null for the platform's own log.
    tenantId: uuid().references(() => tenants.id, { onDelete: 'cascade' }),
    reason: text().notNull(),
    attempts: integer().notNull().default(1),
    since: moment().notNull().defaultNow(),
    retryAt: moment().notNull().defaultNow(),
  },
  (table) => [unique('seal_faults_tenant_key').on(table.tenantId).nullsNotDistinct()],
);
