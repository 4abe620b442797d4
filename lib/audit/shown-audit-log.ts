import { bigint, jsonb, text, uuid } from 'drizzle-orm/pg-core';
import { moment, platform } from '../db/schema/platform/platform-schema';

/**
 * A tenant's audit log as it is shown. A view: who has been erased is "Former member" in it, while the
 * sealed rows behind it stay as they were.
 */
export const shownAuditLog = platform.table('shown_audit_log', {
  id: bigint('id', { mode: 'number' }).primaryKey(),
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
  previousHash: text('previous_hash').notNull(),
  hash: text('hash').notNull(),
  tenantId: uuid('tenant_id'),
  via: text('via'),
});
