import { bigint, boolean, jsonb, text, uuid } from 'drizzle-orm/pg-core';
import { moment, platform } from '../db/schema/platform/platform-schema';

/** Tenants with what their list shows of other tables. A view, for the console's role alone. */
export const consoleTenants = platform.table('console_tenants', {
  id: uuid().primaryKey(),
  slug: text().notNull(),
  name: text().notNull(),
  status: text({ enum: ['active', 'suspended', 'maintenance', 'deleted'] }).notNull(),
  placement: text({ enum: ['row', 'schema', 'database'] }).notNull(),
  ownerName: text().notNull(),
  ownerEmail: text().notNull(),
  members: bigint({ mode: 'number' }).notNull(),
  createdAt: moment().notNull(),
  purgeAt: moment(),
});

/** People, of whatever tenants. A view, for the console's role alone. */
export const consolePeople = platform.table('console_people', {
  id: uuid().primaryKey(),
  email: text().notNull(),
  name: text().notNull(),
  isSuperuser: boolean().notNull(),
  isActive: boolean().notNull(),
  tenants: bigint({ mode: 'number' }).notNull(),
  createdAt: moment().notNull(),
  /** Since when the account is deleted. No record of a trash: nobody restores it. */
  endedAt: moment(),
  erasedAt: moment(),
});

/**
 * The audit logs of all tenants and the platform's own, as they are shown: a view, see
 * lib/audit/shown-audit-log. There, whose it is is a field like others.
 * Every column is named: Drizzle derives the names of a table once, from whichever declaration it
 * meets first, and would know none of the other's.
 */
export const consoleAudit = platform.table('shown_audit_log', {
  id: bigint('id', { mode: 'number' }).primaryKey(),
  tenant: uuid('tenant_id'),
  seq: bigint('seq', { mode: 'number' }).notNull(),
  createdAt: moment('created_at').notNull(),
  type: text('type').notNull(),
  resource: text('resource').notNull(),
  subjectId: uuid('subject_id'),
  label: text('label').notNull(),
  actorId: uuid('actor_id'),
  actorName: text('actor_name').notNull(),
  requestId: text('request_id').notNull(),
  payload: jsonb('payload').$type<Record<string, unknown>>().notNull(),
  via: text('via'),
  previousHash: text('previous_hash').notNull(),
  hash: text('hash').notNull(),
});
