import { sql } from 'drizzle-orm';
import { bigint, check, text } from 'drizzle-orm/pg-core';
import { platform } from './platform-schema';

/** What tenants may have that were given no limit of their own. Null is unlimited. */
export const quotaDefaults = platform.table(
  'quota_defaults',
  {
    name: text().primaryKey(),
    most: bigint({ mode: 'number' }),
  },
  () => [check('quota_defaults_most_check', sql`most >= 0`)],
);
