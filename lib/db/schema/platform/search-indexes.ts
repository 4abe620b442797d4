import { sql } from 'drizzle-orm';
import { check, integer, text, uuid } from 'drizzle-orm/pg-core';
import { moment, platform } from './platform-schema';
import { tenants } from './tenants';

/** The search index of a tenant in Elasticsearch. Without a row no change of a post is noted down. */
export const searchIndexes = platform.table(
  'search_indexes',
  {
    tenantId: uuid()
      .primaryKey()
      .references(() => tenants.id, { onDelete: 'cascade' }),
    // Of its own, or one that small tenants share.
    placement: text({ enum: ['dedicated', 'shared'] }).notNull(),
    // What answers; null before the first one is complete.
    liveIndex: text(),
    // What is being filled, to take the other one's place.
    nextIndex: text(),
    nextPlacement: text({ enum: ['dedicated', 'shared'] }),
    askedAt: moment().notNull().defaultNow(),
    builtAt: moment(),
    // What the last comparison with the database found: posts that were missing, stale or too many.
    checkedAt: moment(),
    drift: integer(),
    // Why the last attempt ended, in words for the tenant's own people.
    fault: text(),
  },
  () => [check('search_indexes_placement_check', sql`placement in ('dedicated', 'shared')`)],
);
