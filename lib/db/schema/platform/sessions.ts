import { sql } from 'drizzle-orm';
import { index, text, uuid } from 'drizzle-orm/pg-core';
import { moment, platform } from './platform-schema';
import { tenants } from './tenants';
import { users } from './users';

/** Signed-in devices. A cookie only names a row here, so that ending the row ends the session. */
export const sessions = platform.table(
  'sessions',
  {
    id: uuid().primaryKey().default(sql`gen_random_uuid()`),
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    // Null on the root host.
    tenantId: uuid().references(() => tenants.id, { onDelete: 'cascade' }),
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
  ],
);
