import { sql } from 'drizzle-orm';
import {
  check,
  foreignKey,
  index,
  integer,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { moment, platform } from './platform-schema';
import { roles } from './roles';
import { tenants } from './tenants';
import { users } from './users';

/**
 * Who was asked to become a member, and as what (S1.28). What stands in the mail is worked out of the
 * row's id and a key that the database does not have.
 */
export const invitations = platform.table(
  'invitations',
  {
    id: uuid().notNull().default(sql`gen_random_uuid()`),
    tenantId: uuid()
      .notNull()
      .references(() => tenants.id, { onDelete: 'cascade' }),
    email: text().notNull(),
    role: text({ enum: ['owner', 'admin', 'editor', 'member', 'custom'] }).notNull(),
    // With role 'custom'; null there once that role is deleted, and the invitation is worth nothing.
    roleId: uuid(),
    // What is deleted of them until it is accepted is left out.
    groups: uuid().array().notNull().default(sql`'{}'`),
    // It holds as long as they may invite to this role.
    invitedBy: uuid()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    message: text().notNull().default(''),
    createdAt: moment().notNull().defaultNow(),
    expiresAt: moment().notNull(),
    sentAt: moment().notNull().defaultNow(),
    sentCount: integer().notNull().default(1),
    revokedAt: moment(),
    endedWhy: text({ enum: ['revoked', 'replaced'] }),
    acceptedAt: moment(),
    acceptedBy: uuid().references(() => users.id, { onDelete: 'set null' }),
  },
  (table) => [
    primaryKey({ name: 'invitations_pkey', columns: [table.tenantId, table.id] }),
    // One address, one invitation that waits.
    uniqueIndex('invitations_waiting_key')
      .on(table.tenantId, table.email)
      .where(sql`accepted_at is null and revoked_at is null`),
    index('invitations_created_idx').on(table.tenantId, table.createdAt, table.id),
    index('invitations_sent_idx').on(table.tenantId, table.sentAt),
    index('invitations_role_idx').on(table.tenantId, table.roleId).where(sql`role_id is not null`),
    index('invitations_invited_by_idx').on(table.invitedBy),
    index('invitations_accepted_by_idx').on(table.acceptedBy),
    foreignKey({
      name: 'invitations_role_fkey',
      columns: [table.tenantId, table.roleId],
      foreignColumns: [roles.tenantId, roles.id],
    }),
    check('invitations_email_lower_check', sql`email = lower(email)`),
    check('invitations_role_check', sql`role in ('owner', 'admin', 'editor', 'member', 'custom')`),
    check('invitations_custom_check', sql`role = 'custom' or role_id is null`),
    check('invitations_groups_check', sql`cardinality(groups) <= 500`),
    check('invitations_message_check', sql`length(message) <= 1000`),
    check('invitations_ended_why_check', sql`ended_why in ('revoked', 'replaced')`),
  ],
);
