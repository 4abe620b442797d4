import { sql } from 'drizzle-orm';
import { boolean, check, index, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { moment, platform } from './platform-schema';
import { tenants } from './tenants';
import { users } from './users';

/** How the access of support to a tenant came to its end. */
const supportEnds = [
  'time',
  'superuser',
  'tenant',
  'sign-out',
  'rights',
  'person',
  'closed',
  'replaced',
] as const;

/**
 * Accesses of support: a superuser of the platform acts as somebody of a tenant, for a reason that is
 * written down and at most half an hour. The tenant's own session names its row here.
 */
export const supportSessions = platform.table(
  'support_sessions',
  {
    id: uuid().primaryKey().default(sql`gen_random_uuid()`),
    tenantId: uuid()
      .notNull()
      .references(() => tenants.id, { onDelete: 'cascade' }),
    superuserId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    // Names as they were: the tenant cannot read who the platform's people are.
    superuserName: text().notNull(),
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    userName: text().notNull(),
    // SHA-256 of the id of the root host's session that it began in: it ends with that one, and
    // whoever reads this row has no key to it.
    beganIn: text().notNull(),
    reason: text().notNull(),
    // Whether changes were asked for; they need a grant that holds at the moment of each, too.
    canWrite: boolean().notNull().default(false),
    startedAt: moment().notNull().defaultNow(),
    expiresAt: moment().notNull(),
    endedAt: moment(),
    endedHow: text({ enum: supportEnds }),
    endedBy: uuid(),
    endedByName: text(),
  },
  (table) => [
    index('support_sessions_tenant_idx').on(table.tenantId, table.startedAt),
    index('support_sessions_user_idx').on(table.userId),
    // One at a time for each superuser.
    uniqueIndex('support_sessions_running_key').on(table.superuserId).where(sql`ended_at is null`),
    check(
      'support_sessions_time_check',
      sql`expires_at > started_at and expires_at <= started_at + interval '30 minutes'`,
    ),
    check(
      'support_sessions_reason_check',
      sql`length(reason) between 10 and 500 and reason ~ '^\\S.*\\S$' and reason !~ '\\s\\s|[\\n\\r\\t]'`,
    ),
    check('support_sessions_self_check', sql`superuser_id <> user_id`),
    check('support_sessions_end_check', sql`(ended_at is null) = (ended_how is null)`),
    check(
      'support_sessions_how_check',
      sql`ended_how in ('time', 'superuser', 'tenant', 'sign-out', 'rights', 'person', 'closed', 'replaced')`,
    ),
  ],
);
