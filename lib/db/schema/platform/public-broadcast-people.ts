import { index, primaryKey, uuid } from 'drizzle-orm/pg-core';
import { platform } from './platform-schema';
import { publicBroadcasts } from './public-broadcasts';
import { tenants } from './tenants';
import { users } from './users';

/**
 * Who gets a broadcast across tenants, and in which one of theirs: one row for a person, taken away
 * as that tenant takes it over. Read by functions alone: no tenant hears of another's people.
 */
export const publicBroadcastPeople = platform.table(
  'public_broadcast_people',
  {
    broadcastId: uuid()
      .notNull()
      .references(() => publicBroadcasts.id, { onDelete: 'cascade' }),
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    tenantId: uuid()
      .notNull()
      .references(() => tenants.id, { onDelete: 'cascade' }),
    // Some hundreds of one tenant: what one of its jobs takes over.
    part: uuid().notNull(),
  },
  (table) => [
    primaryKey({
      name: 'public_broadcast_people_pkey',
      columns: [table.broadcastId, table.userId],
    }),
    index('public_broadcast_people_part_idx').on(table.part),
    index('public_broadcast_people_user_idx').on(table.userId),
    index('public_broadcast_people_tenant_idx').on(table.tenantId),
  ],
);
