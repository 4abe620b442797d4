import { sql } from 'drizzle-orm';
import { check, index, integer, text, unique, uuid } from 'drizzle-orm/pg-core';
import { moment, platform } from './platform-schema';
import { publicGroups } from './public-groups';
import { users } from './users';

/**
 * What the platform's operators said to a group across tenants (S1.29). Each tenant concerned writes
 * a notification of its own for its people; this row is the platform's.
 */
export const publicBroadcasts = platform.table(
  'public_broadcasts',
  {
    id: uuid().primaryKey().default(sql`gen_random_uuid()`),
    // Gone with the group: what was on its way arrives.
    groupId: uuid().references(() => publicGroups.id, { onDelete: 'set null' }),
    title: text().notNull(),
    // Plain text.
    body: text().notNull().default(''),
    senderId: uuid().references(() => users.id, { onDelete: 'set null' }),
    // Of the form: whoever sends it twice has sent it once.
    requestKey: uuid().notNull(),
    createdAt: moment().notNull().defaultNow(),
    // Set once it is decided who gets it in which tenant: that is never decided again.
    placedAt: moment(),
    // Who was in the group then, and how many of them are told somewhere.
    people: integer().notNull().default(0),
    reached: integer().notNull().default(0),
  },
  (table) => [
    unique('public_broadcasts_request_key').on(table.requestKey),
    index('public_broadcasts_group_idx').on(table.groupId, table.createdAt.desc().nullsFirst()),
    check('public_broadcasts_text_check', sql`length(title) <= 200 and length(body) <= 2000`),
  ],
);
