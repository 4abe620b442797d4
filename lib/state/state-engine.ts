export type StateBackend = 'memory' | 'postgres' | 'redis';

/** Whose entries, and of what kind; how many there may be. */
export interface StateScope {
  tenantId: string;
  space: string;
  /** With more, those that end soonest or were used longest ago go. */
  mostKeys: number;
}

/**
 * Where entries are kept. Keys are in their stored form, values are JSON; every operation concerns
 * one scope alone. One suite of tests holds all engines to the same behaviour.
 *
 * Every method throws StateAway while the store does not answer.
 */
export interface StateEngine {
  backend: StateBackend;
  /** One answer for each key, null for what is not there. */
  getMany(scope: StateScope, keys: string[]): Promise<(string | null)[]>;
  setMany(
    scope: StateScope,
    entries: [key: string, value: string][],
    seconds: number,
  ): Promise<void>;
  /** Only where there is none; says whether it was written. */
  add(scope: StateScope, key: string, value: string, seconds: number): Promise<boolean>;
  /** @returns how many there were. */
  deleteMany(scope: StateScope, keys: string[]): Promise<number>;
  /**
   * Atomic. What is not there counts as 0 and gets `seconds`; what is there keeps its time.
   *
   * @throws NotCountable where the entry is no whole number, or would leave the exact ones.
   */
  increment(scope: StateScope, key: string, by: number, seconds: number): Promise<number>;
  /** Gives an entry new time; false where there is none. */
  touch(scope: StateScope, key: string, seconds: number): Promise<boolean>;
  /** Stored keys, at most so many, in no particular order. */
  keys(scope: StateScope, most: number): Promise<string[]>;
  clear(scope: Omit<StateScope, 'mostKeys'>): Promise<void>;
}

/** The store does not answer. */
export class StateAway extends Error {
  constructor(backend: StateBackend, options?: ErrorOptions) {
    super(`The ${backend} store for state does not answer.`, options);
    this.name = 'StateAway';
  }
}

/**
 * Tells it by its name: engines are one for a process, and their errors may be another bundle's, whose
 * classes are not ours.
 */
export function isStateAway(error: unknown): boolean {
  return error instanceof Error && error.name === 'StateAway';
}

/** An entry that is no whole number cannot be counted up. */
export class NotCountable extends Error {
  constructor() {
    super('This entry holds no whole number that can be counted up. Use another key for counters.');
    this.name = 'NotCountable';
  }
}

/** Adds, where the result is exact. @param text - of the entry, null where there is none. */
export function sumOf(text: string | null, by: number): number {
  const sum = (text === null ? 0 : /^-?\d+$/.test(text) ? Number(text) : Number.NaN) + by;
  if (!Number.isSafeInteger(sum)) throw new NotCountable();
  return sum;
}
