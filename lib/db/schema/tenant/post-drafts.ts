import { integer, jsonb, text, uuid } from 'drizzle-orm/pg-core';
import { tenantReference, tenantTable, tenantUnique } from '../../tenant-table';
import { posts } from './posts';

/**
 * What somebody has written at a post that is public or scheduled, and not published yet (D14). One
 * for each post: one person writes at a time.
 */
export const postDrafts = tenantTable(
  'post_drafts',
  {
    postId: uuid().notNull(),
    // Fields of the post by name, as its form has them.
    values: jsonb().$type<Record<string, unknown>>().notNull(),
    // Version of the post they were written over.
    baseVersion: integer().notNull(),
    actorId: uuid(),
    actorName: text().notNull().default(''),
  },
  (table) => [
    tenantUnique('post_drafts_post_key', table, table.postId),
    tenantReference('post_drafts_post_fkey', table, table.postId, () => posts).onDelete('cascade'),
  ],
);
