import { sql } from 'drizzle-orm';
import { check, integer, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { aliveUnique, resourceTable } from '../../resource-table';
import { tenantIndex, tenantReference } from '../../tenant-table';
import { authors } from './authors';
import { media } from './media';

/** Articles of a tenant's blog. Body is Markdown. */
export const posts = resourceTable(
  'posts',
  {
    slug: text().notNull(),
    title: text().notNull(),
    description: text().notNull().default(''),
    body: text().notNull().default(''),
    // Text with a check: comparing an enum is not leakproof and would lose the index under a policy.
    status: text({ enum: ['draft', 'scheduled', 'published'] })
      .notNull()
      .default('draft'),
    publishedAt: timestamp({ withTimezone: true, precision: 3, mode: 'date' }),
    readingMinutes: integer().notNull().default(1),
    // A time to be taken down again by itself.
    unpublishAt: timestamp({ withTimezone: true, precision: 3, mode: 'date' }),
    authorId: uuid().notNull(),
    coverId: uuid(),
    // What search engines are told instead of title, description and address; empty for the same.
    seoTitle: text().notNull().default(''),
    seoDescription: text().notNull().default(''),
    canonicalUrl: text().notNull().default(''),
  },
  (table) => [
    aliveUnique('posts_slug_key', table, table.slug),
    tenantIndex(
      'posts_published_idx',
      table,
      table.status,
      table.publishedAt.desc().nullsFirst(),
      table.id.desc().nullsFirst(),
    ),
    tenantIndex(
      'posts_updated_idx',
      table,
      table.updatedAt.desc().nullsFirst(),
      table.id.desc().nullsFirst(),
    ),
    tenantIndex('posts_author_idx', table, table.authorId),
    tenantReference('posts_author_fkey', table, table.authorId, () => authors),
    tenantIndex('posts_cover_idx', table, table.coverId),
    // The migration names the column: the tenant of a post stays when its cover goes.
    tenantReference('posts_cover_fkey', table, table.coverId, () => media).onDelete('set null'),
    check('posts_status_check', sql`status in ('draft', 'scheduled', 'published')`),
    check('posts_published_check', sql`status = 'draft' or published_at is not null`),
  ],
);
