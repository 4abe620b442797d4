import { text } from 'drizzle-orm/pg-core';
import { tenantTable, tenantUnique } from '../../tenant-table';

/** Topics of a tenant's posts. */
export const tags = tenantTable(
  'tags',
  { slug: text().notNull(), name: text().notNull() },
  (table) => [tenantUnique('tags_slug_key', table, table.slug)],
);
