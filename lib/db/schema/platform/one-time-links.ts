import { sql } from 'drizzle-orm';
import { check, index, jsonb, text, uuid } from 'drizzle-orm/pg-core';
import { moment, platform } from './platform-schema';
import { tenants } from './tenants';
import { users } from './users';

/**
 * Links that were mailed to be used once. What stands in the mail is worked out of the row's id and
 * a key that the database does not have, so whoever reads this table can use none of them.
 */
export const oneTimeLinks = platform.table(
  'one_time_links',
  {
    id: uuid().primaryKey().default(sql`gen_random_uuid()`),
    purpose: text({
      enum: ['register', 'signup', 'reset', 'change-email-old', 'change-email-new'],
    }).notNull(),
    // Whom it was mailed to.
    email: text().notNull(),
    // Whose account it is about; null where nobody was looked up when it was asked for.
    userId: uuid().references(() => users.id, { onDelete: 'cascade' }),
    // On whose host it was asked for; null on the root host.
    tenantId: uuid().references(() => tenants.id, { onDelete: 'cascade' }),
    // The two links of one change of email.
    pair: uuid(),
    // What the person typed: name, address of the site and the like.
    payload: jsonb().$type<Record<string, string>>().notNull().default({}),
    // Of an account that begins when the link is used.
    passwordHash: text(),
    createdAt: moment().notNull().defaultNow(),
    expiresAt: moment().notNull(),
    usedAt: moment(),
    // A later one has taken its place, or somebody stopped it.
    voidedAt: moment(),
  },
  (table) => [
    index('one_time_links_email_idx').on(table.email, table.createdAt),
    index('one_time_links_user_idx').on(table.userId),
    index('one_time_links_tenant_idx').on(table.tenantId),
    index('one_time_links_pair_idx').on(table.pair),
    index('one_time_links_expires_idx').on(table.expiresAt),
    check('one_time_links_email_lower_check', sql`email = lower(email)`),
    check(
      'one_time_links_purpose_check',
      sql`purpose in ('register', 'signup', 'reset', 'change-email-old', 'change-email-new')`,
    ),
  ],
);
