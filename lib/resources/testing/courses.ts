import { boolean, integer, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { aliveUnique, resourceTable } from '../../db/resource-table';
import { authors } from '../../db/schema/tenant';
import { tenantReference } from '../../db/tenant-table';
import { defineResource } from '../define-resource';

/** A table of a developer who has read the README, in no migration: its test makes it. */
export const courses = resourceTable(
  'courses',
  {
    code: text().notNull(),
    title: text().notNull(),
    seats: integer().notNull(),
    price: text().notNull().default(''),
    startsOn: timestamp({ withTimezone: true, precision: 3, mode: 'date' }),
    isOpen: boolean().notNull().default(false),
    authorId: uuid(),
  },
  (table) => [
    aliveUnique('courses_code_key', table, table.code),
    tenantReference('courses_author_fkey', table, table.authorId, () => authors),
  ],
);

export const coursesResource = defineResource({
  name: 'courses',
  singular: 'course',
  table: courses,
});
