import { index, integer, text } from 'drizzle-orm/pg-core';
import { moment, platform } from './platform-schema';

/** How often something was tried within its window. Keys are hashed: no address or email stands here. */
export const rateLimits = platform.table(
  'rate_limits',
  {
    key: text().primaryKey(),
    points: integer().notNull(),
    endsAt: moment().notNull(),
  },
  (table) => [index('rate_limits_ends_idx').on(table.endsAt)],
);
