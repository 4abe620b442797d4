import { text, uuid } from 'drizzle-orm/pg-core';
import { platform } from '../db/schema/platform/platform-schema';

/**
 * What may be given of a new domain: an insert names no other column, and the application may write
 * no other. Each is named: Drizzle derives the names of a table once, from whichever declaration it
 * meets first.
 */
export const newDomains = platform.table('domains', {
  id: uuid('id').primaryKey(),
  tenantId: uuid('tenant_id').notNull(),
  hostname: text('hostname').notNull(),
});
