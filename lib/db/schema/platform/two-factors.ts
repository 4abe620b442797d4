import { bigint, text, uuid } from 'drizzle-orm/pg-core';
import { moment, platform } from './platform-schema';
import { users } from './users';

/** The second factor of a person's account: what their app makes codes of. */
export const twoFactors = platform.table('two_factors', {
  userId: uuid()
    .primaryKey()
    .references(() => users.id, { onDelete: 'cascade' }),
  // Sealed: whoever reads the table alone can make no codes.
  secret: text().notNull(),
  // The newest time step of which a code was accepted: each code is good once.
  lastStep: bigint({ mode: 'number' }).notNull().default(0),
  createdAt: moment().notNull().defaultNow(),
  // Null until a first code was typed: until then it asks nobody for anything.
  confirmedAt: moment(),
});
