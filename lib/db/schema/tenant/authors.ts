import { text, uuid } from 'drizzle-orm/pg-core';
import { aliveUnique, resourceTable } from '../../resource-table';

/** Who a tenant's posts are by: the tenant-local profile of a person, kept when the person leaves (C18). */
export const authors = resourceTable(
  'authors',
  {
    // A person of the platform, or nobody any more. No foreign key: tenant tables may live elsewhere.
    userId: uuid(),
    slug: text().notNull(),
    name: text().notNull(),
  },
  (table) => [aliveUnique('authors_slug_key', table, table.slug)],
);
