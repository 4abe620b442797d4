import { uuid } from 'drizzle-orm/pg-core';
import { tenantIndex, tenantReference, tenantTable, tenantUnique } from '../../tenant-table';
import { posts } from './posts';
import { tags } from './tags';

/** Which post carries which tag. */
export const postTags = tenantTable(
  'post_tags',
  { postId: uuid().notNull(), tagId: uuid().notNull() },
  (table) => [
    tenantUnique('post_tags_key', table, table.postId, table.tagId),
    tenantIndex('post_tags_tag_idx', table, table.tagId),
    tenantReference('post_tags_post_fkey', table, table.postId, () => posts).onDelete('cascade'),
    tenantReference('post_tags_tag_fkey', table, table.tagId, () => tags).onDelete('cascade'),
  ],
);
