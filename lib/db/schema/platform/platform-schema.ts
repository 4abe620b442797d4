import { pgSchema, timestamp } from 'drizzle-orm/pg-core';
import { platformSchema } from '../../roles';

/** Platform and control tables are always qualified; no search_path ever reaches them by accident. */
export const platform = pgSchema(platformSchema);

/**
 * A point in time with its zone, to the millisecond, so that a Date carries all of it.
 *
 * @param name - of the column, where it does not follow from the field's.
 */
export function moment(name = '') {
  return timestamp(name, { withTimezone: true, precision: 3, mode: 'date' });
}
