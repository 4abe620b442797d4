import type { Resource, Values } from './resource';

const longestText = 200;

/** Field to what it was and what it is, for the event log: long texts are shortened. */
export function changesOf(
  { fields }: Resource,
  before: Values,
  after: Values,
): Record<string, [unknown, unknown]> {
  const changes: Record<string, [unknown, unknown]> = {};
  for (const name of Object.keys(after)) {
    if (!(name in fields) || isSame(before[name], after[name])) continue;
    changes[name] = [shortened(before[name]), shortened(after[name])];
  }
  return changes;
}

/** The fields whose values differ; lists of ids are compared without their order. */
export function changedValues(before: Values, after: Values): Values {
  const changed = Object.entries(after).filter(([name, value]) => !isSame(before[name], value));
  return Object.fromEntries(changed);
}

/** True for equal values of a field. */
export function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(sorted(one ?? null)) === JSON.stringify(sorted(other ?? null));
}

function sorted(value: unknown): unknown {
  return Array.isArray(value) ? [...value].sort() : value;
}

function shortened(value: unknown): unknown {
  if (typeof value !== 'string' || value.length <= longestText) return value ?? null;
  // Not through the middle of a sign: the database refuses half of one.
  return `${value.slice(0, longestText).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
