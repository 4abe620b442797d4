import { text, uuid } from 'drizzle-orm/pg-core';
import { tenantIndex, tenantReference, tenantTable, tenantUnique } from '../../tenant-table';
import { posts } from './posts';

/** Addresses that posts had while they were public: links to them lead on. Written by a trigger of posts. */
export const formerPostSlugs = tenantTable(
  'former_post_slugs',
  { slug: text().notNull(), postId: uuid().notNull() },
  (table) => [
    tenantUnique('former_post_slugs_key', table, table.slug),
    tenantIndex('former_post_slugs_post_idx', table, table.postId),
    tenantReference('former_post_slugs_post_fkey', table, table.postId, () => posts).onDelete(
      'cascade',
    ),
  ],
);
