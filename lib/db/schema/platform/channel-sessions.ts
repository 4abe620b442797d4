import { index, jsonb, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { moment, platform } from './platform-schema';
import { sessions } from './sessions';
import { tenants } from './tenants';

/** What is kept for one realtime connection of one tenant; it ends with the connection (S0.13). */
export const channelSessions = platform.table(
  'channel_sessions',
  {
    tenantId: uuid()
      .notNull()
      .references(() => tenants.id, { onDelete: 'cascade' }),
    // As the realtime server names the connection.
    socketId: text().notNull(),
    // Of the person's browser: signed out, it ends too.
    sessionId: uuid()
      .notNull()
      .references(() => sessions.id, { onDelete: 'cascade' }),
    data: jsonb().$type<Record<string, unknown>>().notNull().default({}),
    createdAt: moment().notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ name: 'channel_sessions_pkey', columns: [table.tenantId, table.socketId] }),
    index('channel_sessions_socket_idx').on(table.socketId),
    index('channel_sessions_session_idx').on(table.sessionId),
    index('channel_sessions_created_idx').on(table.createdAt),
  ],
);
