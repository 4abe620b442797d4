import { sql } from 'drizzle-orm';
import { bigint, customType, index, integer, jsonb, text, uuid } from 'drizzle-orm/pg-core';
import { moment, platform } from './platform-schema';
import { tenants } from './tenants';

const xid8 = customType<{ data: string }>({ dataType: () => 'xid8' });

/**
 * What happened: written in the transaction of the change itself, read afterwards by whoever must
 * react. The transaction id lets followers read on without missing a late
 * commit.
 */
export const events = platform.table(
  'events',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    xid: xid8().notNull().default(sql`pg_current_xact_id()`),
    // Null for what concerns the platform itself.
    tenantId: uuid().references(() => tenants.id, { onDelete: 'cascade' }),
    type: text().notNull(),
    subjectId: uuid(),
    actorId: uuid(),
    // As it was then: people are renamed and leave.
    actorName: text().notNull().default(''),
    requestId: text().notNull().default(''),
    payload: jsonb().$type<Record<string, unknown>>().notNull().default({}),
    cacheTags: text().array().notNull().default([]),
    createdAt: moment().notNull().defaultNow(),
    attempts: integer().notNull().default(0),
    runAt: moment().notNull().defaultNow(),
    lockedUntil: moment(),
    doneAt: moment(),
    // Set once the audit log has it.
    sealedAt: moment(),
    lastError: text(),
  },
  (table) => [
    // Told in the order of their ids.
    index('events_due_idx').on(table.id).where(sql`done_at is null`),
    index('events_unsealed_idx').on(table.tenantId, table.id).where(sql`sealed_at is null`),
    index('events_xid_idx').on(table.xid),
    index('events_tenant_idx').on(table.tenantId, table.createdAt.desc().nullsFirst()),
  ],
);
