import { sql } from 'drizzle-orm';
import { bigint, boolean, index, integer, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { moment, platform } from './platform-schema';
import { tenants } from './tenants';

/**
 * What a tenant's search index must hold: a row for each post, with the version that its last change
 * gave it. Written by triggers of posts, in the transaction of the change.
 */
export const searchEntries = platform.table(
  'search_entries',
  {
    tenantId: uuid()
      .notNull()
      .references(() => tenants.id, { onDelete: 'cascade' }),
    postId: uuid().notNull(),
    // From one sequence, under the lock of the post's row: a later change has a larger one.
    version: bigint({ mode: 'number' }).notNull(),
    isPending: boolean().notNull().default(true),
    attempts: integer().notNull().default(0),
    nextAttemptAt: moment(),
    // The engine will not have it as it is: a person looks at it.
    deadAt: moment(),
    lastError: text(),
  },
  (table) => [
    primaryKey({ name: 'search_entries_pkey', columns: [table.tenantId, table.postId] }),
    index('search_entries_pending_idx')
      .on(table.tenantId, table.version)
      .where(sql`is_pending and dead_at is null`),
  ],
);
