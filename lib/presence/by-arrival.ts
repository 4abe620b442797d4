import type { StoredPerson } from './presence-store';

/** Sorts people by when they came; of the same moment, by their ids. */
export function byArrival(a: StoredPerson, b: StoredPerson): number {
  return a.since.getTime() - b.since.getTime() || (a.userId < b.userId ? -1 : 1);
}
