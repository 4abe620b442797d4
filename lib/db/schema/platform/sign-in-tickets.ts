import { sql } from 'drizzle-orm';
import { index, text, uuid } from 'drizzle-orm/pg-core';
import { moment, platform } from './platform-schema';
import { sessions } from './sessions';
import { supportSessions } from './support-sessions';
import { tenants } from './tenants';

/**
 * Tickets that carry somebody who is signed in to another host of the installation: each for one
 * host, one person and one browser, good once and for a minute (S4.18, C3).
 */
export const signInTickets = platform.table(
  'sign_in_tickets',
  {
    // SHA-256 of the ticket: the table tells nobody one that works.
    hash: text().primaryKey(),
    // The root host's session that a tenant's host gets a child of, or that the root host gets itself.
    sessionId: uuid()
      .notNull()
      .references(() => sessions.id, { onDelete: 'cascade' }),
    // Where it is good; null on the root host.
    tenantId: uuid().references(() => tenants.id, { onDelete: 'cascade' }),
    // The access of support that it opens, instead of a session of the person's own.
    supportId: uuid().references(() => supportSessions.id, { onDelete: 'cascade' }),
    // Scheme, host and the beginning of the path.
    address: text().notNull(),
    // SHA-256 of the cookie that the browser got there before.
    state: text().notNull(),
    // Where the person goes from there.
    next: text().notNull(),
    expiresAt: moment().notNull(),
    usedAt: moment(),
  },
  (table) => [
    index('sign_in_tickets_expires_idx').on(table.expiresAt),
    index('sign_in_tickets_session_idx').on(table.sessionId),
    index('sign_in_tickets_tenant_idx').on(table.tenantId),
    index('sign_in_tickets_support_idx').on(table.supportId).where(sql`support_id is not null`),
  ],
);
