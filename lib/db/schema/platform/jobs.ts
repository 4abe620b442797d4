import { sql } from 'drizzle-orm';
import { bigint, index, integer, jsonb, text, uuid } from 'drizzle-orm/pg-core';
import { moment, platform } from './platform-schema';
import { tenants } from './tenants';

/** Work to be done later, each row for one tenant or for the platform. */
export const jobs = platform.table(
  'jobs',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    tenantId: uuid().references(() => tenants.id, { onDelete: 'cascade' }),
    kind: text().notNull(),
    payload: jsonb().$type<Record<string, unknown>>().notNull().default({}),
    createdAt: moment().notNull().defaultNow(),
    attempts: integer().notNull().default(0),
    runAt: moment().notNull().defaultNow(),
    lockedUntil: moment(),
    doneAt: moment(),
    lastError: text(),
  },
  (table) => [
    index('jobs_due_idx').on(table.runAt, table.id).where(sql`done_at is null`),
    index('jobs_tenant_idx').on(table.tenantId, table.createdAt.desc().nullsFirst()),
  ],
);
