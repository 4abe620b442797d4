import { sql } from 'drizzle-orm';
import { bigint, jsonb, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { moment, platform } from './platform-schema';

/**
 * What was done, sealed from the events: append-only, each row with the hash of the one before it
 * (S2.46, D24). No foreign keys: the log outlives what it tells of.
 */
export const auditLog = platform.table(
  'audit_log',
  {
    // The event's id: an event is sealed once.
    id: bigint({ mode: 'number' }).primaryKey(),
    // Null for what concerns the platform itself.
    tenantId: uuid(),
    /** Place in the chain of the tenant, from 1. */
    seq: bigint({ mode: 'number' }).notNull(),
    createdAt: moment().notNull(),
    type: text().notNull(),
    resource: text().notNull().default(''),
    subjectId: uuid(),
    label: text().notNull().default(''),
    actorId: uuid(),
    actorName: text().notNull().default(''),
    requestId: text().notNull().default(''),
    payload: jsonb().$type<Record<string, unknown>>().notNull(),
    // Of the payload, so that it needs no seal of its own: what acted in the person's name.
    via: text().generatedAlwaysAs(
      sql`case payload #>> '{via,kind}' when 'api-key' then 'API key ' || (payload #>> '{via,name}') end`,
    ),
    previousHash: text().notNull(),
    hash: text().notNull(),
  },
  (table) => [
    // Its descending twin serves the newest-first list of the admin.
    uniqueIndex('audit_log_seq_key').on(table.tenantId, table.seq.desc().nullsFirst()),
    uniqueIndex('audit_log_platform_seq_key')
      .on(table.seq.desc().nullsFirst())
      .where(sql`tenant_id is null`),
  ],
);
