import { index, primaryKey, uuid } from 'drizzle-orm/pg-core';
import { moment, platform } from './platform-schema';
import { publicGroups } from './public-groups';
import { users } from './users';

/** Who is in which group across tenants. */
export const publicGroupMembers = platform.table(
  'public_group_members',
  {
    groupId: uuid()
      .notNull()
      .references(() => publicGroups.id, { onDelete: 'cascade' }),
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    createdAt: moment().notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ name: 'public_group_members_pkey', columns: [table.groupId, table.userId] }),
    index('public_group_members_user_idx').on(table.userId),
  ],
);
