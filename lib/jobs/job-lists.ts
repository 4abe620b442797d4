import { bigint, integer, text, uuid } from 'drizzle-orm/pg-core';
import { moment, platform } from '../db/schema/platform/platform-schema';

/** What a job is doing, as people see it. */
export const jobStates = ['waiting', 'running', 'retrying', 'dead', 'done', 'discarded'] as const;

const columns = () => ({
  id: bigint('id', { mode: 'number' }).primaryKey(),
  name: text('name').notNull(),
  kind: text('kind').notNull(),
  state: text('state', { enum: jobStates }).notNull(),
  attempts: integer('attempts').notNull(),
  progress: text('progress'),
  failure: text('failure'),
  createdAt: moment('created_at').notNull(),
  runAt: moment('run_at').notNull(),
  endedAt: moment('ended_at'),
});

/**
 * A tenant's jobs as its own people see them. A view: neither what is in a job nor its lease, and of
 * a failure what was written for them.
 */
export const tenantJobs = platform.table('tenant_jobs', {
  ...columns(),
  tenantId: uuid('tenant_id'),
});

/** The jobs of all tenants and the platform's own. A view, for the console's role alone. */
export const consoleJobs = platform.table('console_jobs', {
  ...columns(),
  tenant: uuid('tenant_id'),
});
