import { sql } from 'drizzle-orm';
import {
  bigint,
  index,
  integer,
  jsonb,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { moment, platform } from './platform-schema';
import { tenants } from './tenants';

/**
 * Work to be done later, each row for one tenant or for the platform. An event gives one job for
 * each of its handlers, so that they fail and are repeated apart.
 */
export const jobs = platform.table(
  'jobs',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    tenantId: uuid().references(() => tenants.id, { onDelete: 'cascade' }),
    kind: text().notNull(),
    // The event it comes from; with the kind it is unique, so that telling twice makes one job.
    eventId: bigint({ mode: 'number' }),
    // Names what must exist once for a tenant and kind, as a day's housekeeping.
    key: text(),
    payload: jsonb().$type<Record<string, unknown>>().notNull().default({}),
    createdAt: moment().notNull().defaultNow(),
    attempts: integer().notNull().default(0),
    runAt: moment().notNull().defaultNow(),
    // Names the present lease: who lost it can neither finish nor fail the job.
    leaseId: uuid(),
    lockedUntil: moment(),
    doneAt: moment(),
    // Set when it was given up: a person looks at it and may send it back.
    deadAt: moment(),
    lastError: text(),
  },
  (table) => [
    index('jobs_due_idx').on(table.runAt, table.id).where(sql`done_at is null and dead_at is null`),
    // From tenant to tenant, each with its oldest first; the platform's own stand before all.
    index('jobs_turn_idx')
      .on(
        sql`coalesce(tenant_id, '00000000-0000-0000-0000-000000000000'::uuid)`,
        table.runAt,
        table.id,
      )
      .where(sql`done_at is null and dead_at is null`),
    unique('jobs_event_key').on(table.eventId, table.kind),
    uniqueIndex('jobs_key_key')
      .on(table.tenantId, table.kind, table.key)
      .where(sql`key is not null`),
    uniqueIndex('jobs_platform_key_key')
      .on(table.kind, table.key)
      .where(sql`tenant_id is null and key is not null`),
    index('jobs_dead_idx').on(table.deadAt).where(sql`dead_at is not null`),
    index('jobs_tenant_idx').on(table.tenantId, table.createdAt.desc().nullsFirst()),
  ],
);
