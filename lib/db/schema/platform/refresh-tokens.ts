import { index, uuid } from 'drizzle-orm/pg-core';
import { moment, platform } from './platform-schema';
import { sessions } from './sessions';

/**
 * Refresh tokens of the API, each good for one use. The session is the family: using a token twice
 * ends it (S1.4).
 */
export const refreshTokens = platform.table(
  'refresh_tokens',
  {
    // The token's jti.
    id: uuid().primaryKey(),
    sessionId: uuid()
      .notNull()
      .references(() => sessions.id, { onDelete: 'cascade' }),
    createdAt: moment().notNull().defaultNow(),
    expiresAt: moment().notNull(),
    usedAt: moment(),
  },
  (table) => [index('refresh_tokens_session_idx').on(table.sessionId)],
);
