import { sql } from 'drizzle-orm';
import { index, text, unique, uuid } from 'drizzle-orm/pg-core';
import { moment, platform } from './platform-schema';
import { users } from './users';

/**
 * Accounts elsewhere (Google, GitHub, an OpenID provider) that people sign in with. What counts is
 * the provider's own number for the person, never the email, which changes hands.
 */
export const identities = platform.table(
  'identities',
  {
    id: uuid().primaryKey().default(sql`gen_random_uuid()`),
    // `google`, `github`, or `oidc:` and the issuer: another issuer's numbers mean other people.
    provider: text().notNull(),
    subject: text().notNull(),
    userId: uuid()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    // As the provider said it when the two were connected; for people to tell them apart.
    email: text().notNull().default(''),
    createdAt: moment().notNull().defaultNow(),
    lastUsedAt: moment(),
  },
  (table) => [
    unique('identities_subject_key').on(table.provider, table.subject),
    index('identities_user_idx').on(table.userId),
  ],
);
