import { sql } from 'drizzle-orm';
import { bigint, check, integer, real, text, uuid } from 'drizzle-orm/pg-core';
import { tenantTable, tenantUnique } from '../../tenant-table';

/**
 * Pictures of a tenant. Their bytes lie in its storage, under the id, and never change; what is
 * deleted is gone, so that there is no trash that still uses up storage.
 */
export const media = tenantTable(
  'media',
  {
    // As it was given, cleaned, with the ending of what is stored.
    fileName: text().notNull(),
    // For who does not see the picture. Empty for decoration.
    alt: text().notNull().default(''),
    contentType: text().notNull(),
    // Of the picture itself.
    bytes: bigint({ mode: 'number' }).notNull(),
    // With its smaller forms: what counts against the limit. Triggers count it when rows come and go.
    storedBytes: bigint({ mode: 'number' }).notNull(),
    width: integer().notNull(),
    height: integer().notNull(),
    // Of the bytes as they were uploaded: the same file twice is one.
    sha256: text().notNull(),
    // What must stay in sight where the picture is cropped, from the upper left, 0 to 1.
    focalX: real().notNull().default(0.5),
    focalY: real().notNull().default(0.5),
    // Who uploaded it. No foreign key: tenant tables may live elsewhere.
    createdBy: uuid(),
    version: integer().notNull().default(1),
  },
  (table) => [
    tenantUnique('media_sha256_key', table, table.sha256),
    check('media_text_check', sql`length(file_name) between 1 and 120 and length(alt) <= 500`),
    check(
      'media_size_check',
      sql`bytes > 0 and stored_bytes >= bytes and width > 0 and height > 0`,
    ),
    check('media_focal_check', sql`focal_x between 0 and 1 and focal_y between 0 and 1`),
  ],
);
