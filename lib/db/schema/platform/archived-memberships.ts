import { sql } from 'drizzle-orm';
import { boolean, check, index, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { moment, platform } from './platform-schema';
import { tenants } from './tenants';
import { users } from './users';

/** Who belonged to a deleted tenant, and as what: a restore brings them back (S4.14, S4.17). */
export const archivedMemberships = platform.table(
  'archived_memberships',
  {
    tenantId: uuid()
      .notNull()
      .references(() => tenants.id, { onDelete: 'cascade' }),
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    // Of the membership: what the audit log says of it holds after a restore, too.
    id: uuid().notNull(),
    role: text().notNull(),
    roleId: uuid(),
    isStaff: boolean().notNull(),
    isSuperuser: boolean().notNull(),
    joinedAt: moment().notNull(),
    deactivatedAt: moment(),
    lastSeenAt: moment(),
    // Ids of the groups they were in.
    groups: uuid().array().notNull().default(sql`'{}'`),
    archivedAt: moment().notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ name: 'archived_memberships_pkey', columns: [table.tenantId, table.userId] }),
    check(
      'archived_memberships_role_check',
      sql`role in ('owner', 'admin', 'editor', 'member', 'custom')`,
    ),
    index('archived_memberships_user_idx').on(table.userId),
  ],
);
