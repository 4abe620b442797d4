import { text } from 'drizzle-orm/pg-core';
import { aliveUnique, resourceTable } from '../../resource-table';

/** Topics of a tenant's posts. */
export const tags = resourceTable(
  'tags',
  { slug: text().notNull(), name: text().notNull() },
  (table) => [aliveUnique('tags_slug_key', table, table.slug)],
);
