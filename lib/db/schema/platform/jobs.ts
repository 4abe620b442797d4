import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
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

const whose = sql`coalesce(tenant_id, '00000000-0000-0000-0000-000000000000'::uuid)`;
const isLendable = sql`done_at is null and dead_at is null and not waits`;

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
    // Jobs of one tenant and lane run one after the other, in the order of their ids. While one of
    // them stands in front, the others wait: the database sees to both.
    lane: text(),
    waits: boolean().notNull().default(false),
    createdAt: moment().notNull().defaultNow(),
    attempts: integer().notNull().default(0),
    runAt: moment().notNull().defaultNow(),
    // Names the present lease: who lost it can neither finish nor fail the job.
    leaseId: uuid(),
    lockedUntil: moment(),
    doneAt: moment(),
    // Set when it was given up: a person looks at it and may send it back.
    deadAt: moment(),
    // For the platform's operators; what a tenant's own people read is the other one.
    lastError: text(),
    lastFailure: text(),
    // A person decided that it is not to be done; it is done then, too.
    discardedAt: moment(),
    // How far a long one has come, as it says itself.
    progressDone: integer(),
    progressTotal: integer(),
    progressWords: text(),
  },
  (table) => [
    index('jobs_due_idx').on(table.runAt, table.id).where(isLendable),
    // From tenant to tenant, each with its oldest first; the platform's own stand before all.
    index('jobs_turn_idx').on(whose, table.runAt, table.id).where(isLendable),
    // One at a time stands in front of a lane, and the next is found at once.
    uniqueIndex('jobs_lane_front_key')
      .on(whose, table.lane)
      .where(sql`lane is not null and not waits and done_at is null and dead_at is null`),
    index('jobs_lane_idx')
      .on(whose, table.lane, table.id)
      .where(sql`waits and done_at is null and dead_at is null`),
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
