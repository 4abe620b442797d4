import { sql } from 'drizzle-orm';
import { type AnyPgColumn, boolean, check, index, text, uuid } from 'drizzle-orm/pg-core';
import { moment, platform } from './platform-schema';
import { supportSessions } from './support-sessions';
import { tenants } from './tenants';
import { users } from './users';

/**
 * Signed-in devices and programs. A cookie, an access token and a family of refresh tokens each only
 * name a row here, so that ending the row ends the session.
 */
export const sessions = platform.table(
  'sessions',
  {
    id: uuid().primaryKey().default(sql`gen_random_uuid()`),
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    // Null on the root host.
    tenantId: uuid().references(() => tenants.id, { onDelete: 'cascade' }),
    // The session on the root host that this one of the same browser belongs to: they end together.
    parentId: uuid().references((): AnyPgColumn => sessions.id, { onDelete: 'cascade' }),
    // It is a superuser's of the platform, who acts as the person: no device of theirs.
    supportId: uuid().references(() => supportSessions.id, { onDelete: 'cascade' }),
    // Whether the browser keeps the cookie when it is closed.
    isKept: boolean().notNull().default(false),
    kind: text({ enum: ['browser', 'api'] })
      .notNull()
      .default('browser'),
    userAgent: text().notNull().default(''),
    address: text().notNull().default(''),
    createdAt: moment().notNull().defaultNow(),
    lastSeenAt: moment().notNull().defaultNow(),
    expiresAt: moment().notNull(),
    revokedAt: moment(),
  },
  (table) => [
    index('sessions_user_idx').on(table.userId),
    index('sessions_tenant_idx').on(table.tenantId),
    index('sessions_expires_idx').on(table.expiresAt),
    index('sessions_parent_idx').on(table.parentId).where(sql`parent_id is not null`),
    index('sessions_support_idx').on(table.supportId).where(sql`support_id is not null`),
    check('sessions_kind_check', sql`kind in ('browser', 'api')`),
    check('sessions_parent_check', sql`parent_id is null or tenant_id is not null`),
    check(
      'sessions_support_check',
      sql`support_id is null or (tenant_id is not null and parent_id is null and kind = 'browser')`,
    ),
  ],
);
