import { sql } from 'drizzle-orm';
import { check, foreignKey, text, uuid } from 'drizzle-orm/pg-core';
import { tenantIndex, tenantReference, tenantTable } from '../../tenant-table';
import { posts } from './posts';

/** What may have become of a comment. */
export const commentStates = [
  ...(['held', 'approved', 'refused', 'spam', 'trash'] as const),
  // By its author, which no moderator undoes.
  'withdrawn',
] as const;

/** What members say about posts. Plain text; one level of replies. */
export const comments = tenantTable(
  'comments',
  {
    postId: uuid().notNull(),
    parentId: uuid(),
    // No foreign key: tenant tables may live elsewhere.
    userId: uuid().notNull(),
    // As it was when they wrote; taken away where somebody is erased.
    authorName: text().notNull(),
    body: text().notNull(),
    status: text({ enum: commentStates }).notNull().default('held'),
  },
  (table) => [
    tenantIndex('comments_post_idx', table, table.postId, table.status, table.createdAt, table.id),
    tenantIndex('comments_parent_idx', table, table.parentId),
    tenantIndex('comments_user_idx', table, table.userId, table.createdAt),
    tenantReference('comments_post_fkey', table, table.postId, () => posts).onDelete('cascade'),
    foreignKey({
      name: 'comments_parent_fkey',
      columns: [table.tenantId, table.parentId],
      foreignColumns: [table.tenantId, table.id],
    }).onDelete('cascade'),
    check(
      'comments_status_check',
      sql`status in ('held', 'approved', 'refused', 'spam', 'trash', 'withdrawn')`,
    ),
    check('comments_body_check', sql`char_length(body) between 1 and 5000`),
  ],
);
