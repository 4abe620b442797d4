import { text } from 'drizzle-orm/pg-core';
import { moment, platform } from './platform-schema';

/** What runs by the clock, each with the last slot that was claimed: whoever comes first has it. */
export const crons = platform.table('crons', {
  name: text().primaryKey(),
  slot: moment().notNull(),
});
