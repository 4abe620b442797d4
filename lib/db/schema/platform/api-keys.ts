import { sql } from 'drizzle-orm';
import { check, foreignKey, index, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { moment, platform } from './platform-schema';
import { tenants } from './tenants';
import { users } from './users';

/**
 * Keys of a tenant's API (D27). What a key may do is worked out at each use: its scopes, as far as
 * its maker may do them at that moment.
 */
export const apiKeys = platform.table(
  'api_keys',
  {
    tenantId: uuid()
      .notNull()
      .references(() => tenants.id, { onDelete: 'cascade' }),
    id: uuid().notNull().default(sql`gen_random_uuid()`),
    name: text().notNull(),
    // The beginning of the key, by which people tell one from another.
    prefix: text().notNull(),
    // SHA-256 of the whole key. A slow hash protects what can be guessed; the secret is 256 random
    // bits, which nobody guesses, and each request would pay for it.
    secretHash: text().notNull(),
    createdBy: uuid()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    // The key that made this one; they end together.
    parentId: uuid(),
    scopes: text().array().notNull(),
    createdAt: moment().notNull().defaultNow(),
    // Noted at most once a minute.
    lastUsedAt: moment(),
    expiresAt: moment(),
    revokedAt: moment(),
    revokedBy: uuid(),
    // By somebody, with its maker's membership or account, or with the key that made it.
    endedWhy: text({ enum: ['revoked', 'removed', 'deactivated', 'parent'] }),
  },
  (table) => [
    primaryKey({ name: 'api_keys_pkey', columns: [table.tenantId, table.id] }),
    foreignKey({
      name: 'api_keys_parent_fk',
      columns: [table.tenantId, table.parentId],
      foreignColumns: [table.tenantId, table.id],
    }).onDelete('cascade'),
    uniqueIndex('api_keys_secret_hash_key').on(table.secretHash),
    index('api_keys_created_by_idx').on(table.createdBy),
    index('api_keys_parent_idx').on(table.tenantId, table.parentId),
    check('api_keys_name_check', sql`char_length(name) between 1 and 80`),
    check('api_keys_scopes_check', sql`cardinality(scopes) <= 200`),
    check('api_keys_ended_check', sql`revoked_at is null or ended_why is not null`),
    check(
      'api_keys_ended_why_check',
      sql`ended_why in ('revoked', 'removed', 'deactivated', 'parent')`,
    ),
  ],
);
