import { boolean, integer, jsonb, text, uuid } from 'drizzle-orm/pg-core';
import { tenantTable, tenantUnique } from '../../tenant-table';

/**
 * Rows of resource tables as they were before each change (D13). The newest version is the row
 * itself.
 */
export const revisions = tenantTable(
  'revisions',
  {
    resource: text().notNull(),
    recordId: uuid().notNull(),
    version: integer().notNull(),
    snapshot: jsonb().$type<Record<string, unknown>>().notNull(),
    // Who ended this version, and so made the next one. No foreign key: tenant tables may live elsewhere.
    actorId: uuid(),
    actorName: text().notNull().default(''),
    // What ended it was saved while somebody wrote: what they write next joins the same change.
    autosaved: boolean().notNull().default(false),
  },
  (table) => [tenantUnique('revisions_key', table, table.resource, table.recordId, table.version)],
);
