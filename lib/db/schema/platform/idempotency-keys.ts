import { integer, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { moment, platform } from './platform-schema';
import { tenants } from './tenants';

/** Answers given to writes of the API that carried an Idempotency-Key: a repeat gets the same one. */
export const idempotencyKeys = platform.table(
  'idempotency_keys',
  {
    tenantId: uuid()
      .notNull()
      .references(() => tenants.id, { onDelete: 'cascade' }),
    userId: uuid().notNull(),
    key: text().notNull(),
    // Method, path and body of the first request, hashed under the installation's secret: another
    // one under the same key is refused.
    fingerprint: text().notNull(),
    // Null while the first request is still at work.
    status: integer(),
    headers: text(),
    // Sealed: it may hold what is told once.
    body: text(),
    createdAt: moment().notNull().defaultNow(),
  },
  (table) => [
    primaryKey({
      name: 'idempotency_keys_pkey',
      columns: [table.tenantId, table.userId, table.key],
    }),
  ],
);
