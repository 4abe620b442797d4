import { foreignKey, index, primaryKey, uuid } from 'drizzle-orm/pg-core';
import { groups } from './groups';
import { memberships } from './memberships';
import { moment, platform } from './platform-schema';
import { tenants } from './tenants';

/** Who is in which group. Both are of the same tenant, and whoever leaves the tenant leaves its groups. */
export const groupMembers = platform.table(
  'group_members',
  {
    tenantId: uuid()
      .notNull()
      .references(() => tenants.id, { onDelete: 'cascade' }),
    groupId: uuid().notNull(),
    membershipId: uuid().notNull(),
    createdAt: moment().notNull().defaultNow(),
  },
  (table) => [
    primaryKey({
      name: 'group_members_pkey',
      columns: [table.tenantId, table.groupId, table.membershipId],
    }),
    index('group_members_membership_idx').on(table.tenantId, table.membershipId),
    foreignKey({
      name: 'group_members_group_fkey',
      columns: [table.tenantId, table.groupId],
      foreignColumns: [groups.tenantId, groups.id],
    }).onDelete('cascade'),
    foreignKey({
      name: 'group_members_membership_fkey',
      columns: [table.tenantId, table.membershipId],
      foreignColumns: [memberships.tenantId, memberships.id],
    }).onDelete('cascade'),
  ],
);
