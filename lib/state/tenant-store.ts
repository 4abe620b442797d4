import { AppError } from '../errors';
import { decodeValue, encodeValue } from './entry-value';
import { flightsOf } from './flights';
import { isStateAway, type StateEngine, type StateScope } from './state-engine';
import { storedKey } from './state-key';

export interface Keeping {
  /** How long it is kept; the store's usual time unless given, thirty days at most. */
  seconds?: number;
}

export interface StoreOptions {
  engine: StateEngine;
  scope: StateScope;
  /** How long entries are kept for which nobody says. */
  seconds: number;
  /** What to do while the engine does not answer: act as if nothing were kept, or throw. */
  whenAway: 'miss' | 'throw';
}

const longestSeconds = 30 * 86_400;

/**
 * Entries of one tenant by name (S3.12). Values are whatever survives JSON; keys are any text, and
 * none reaches another tenant's. Sees nothing of transactions: what is written here stays when the
 * transaction around it is undone.
 */
export class TenantStore {
  readonly #options: StoreOptions;

  constructor(options: StoreOptions) {
    this.#options = options;
  }

  /** @returns the value, or `fallback` where there is none. */
  async get<T = unknown>(key: string, fallback?: T): Promise<T | undefined> {
    const [text] = await this.#ask<(string | null)[]>([null], (engine, scope) =>
      engine.getMany(scope, [storedKey(key)]),
    );
    return typeof text === 'string' ? (decodeValue(text) as T) : fallback;
  }

  async has(key: string): Promise<boolean> {
    return (await this.get(key)) !== undefined;
  }

  /** @throws Error for a value that JSON cannot hold, or over 1 MB. */
  async set(key: string, value: unknown, keeping?: Keeping): Promise<void> {
    await this.setMany([[key, value]], keeping);
  }

  /** Writes only where there is nothing; of several at once one wins. @returns whether it did. */
  add(key: string, value: unknown, keeping?: Keeping): Promise<boolean> {
    const [name, text] = [storedKey(key), encodeValue(key, value)];
    const seconds = this.#seconds(keeping);
    return this.#ask(false, (engine, scope) => engine.add(scope, name, text, seconds));
  }

  /** @returns whether there was one. */
  async delete(key: string): Promise<boolean> {
    return (await this.deleteMany([key])) > 0;
  }

  /**
   * Counts up, atomically; what is not there counts as 0 and is kept for the given time.
   *
   * @returns the sum; null where a cache could not count because its store is away.
   * @throws NotCountable where the entry is no whole number.
   */
  incr(key: string, by = 1, keeping?: Keeping): Promise<number | null> {
    const name = storedKey(key);
    const seconds = this.#seconds(keeping);
    return this.#ask<number | null>(null, (engine, scope) =>
      engine.increment(scope, name, by, seconds),
    );
  }

  decr(key: string, by = 1, keeping?: Keeping): Promise<number | null> {
    return this.incr(key, -by, keeping);
  }

  /** Gives an entry new time. @returns false where there is none. */
  touch(key: string, seconds?: number): Promise<boolean> {
    const name = storedKey(key);
    const life = this.#seconds({ seconds });
    return this.#ask(false, (engine, scope) => engine.touch(scope, name, life));
  }

  /**
   * Gives what is kept, or makes and keeps it. Whoever asks meanwhile in this process waits for the
   * same making. A failure is thrown to all of them and not kept, and neither is what was deleted or
   * overwritten while it was being made.
   */
  async getOrSet<T>(key: string, make: () => T | Promise<T>, keeping?: Keeping): Promise<T> {
    const known = await this.get<T>(key);
    if (known !== undefined) return known;
    const flights = flightsOf(this.#options.engine);
    return flights.join(this.#flight(key), async (isWanted) => {
      // Whoever was slow to hear of a miss may come after the making it was to wait for.
      const meanwhile = await this.get<T>(key);
      if (meanwhile !== undefined) return meanwhile;
      const made = await make();
      if (made !== undefined && isWanted()) await this.#write([[key, made]], keeping);
      return made;
    });
  }

  /** Keys in their stored form: very long ones are shortened. At most `limit`, in no order. */
  keys({ limit = 1000 }: { limit?: number } = {}): Promise<string[]> {
    return this.#ask<string[]>([], (engine, scope) => engine.keys(scope, limit));
  }

  /** @returns what there is, by the names that were asked for. */
  async getMany<T = unknown>(keys: string[]): Promise<Map<string, T>> {
    const texts = await this.#ask<(string | null)[]>([], (engine, scope) =>
      engine.getMany(scope, keys.map(storedKey)),
    );
    const found = keys.map((key, at) => [key, texts[at]] as const);
    return new Map(
      found.flatMap(([key, text]) =>
        typeof text === 'string' ? [[key, decodeValue(text) as T] as const] : [],
      ),
    );
  }

  /** @param entries - pairs, or a Map. */
  async setMany(entries: Iterable<[string, unknown]>, keeping?: Keeping): Promise<void> {
    const list = [...entries];
    for (const [key] of list) flightsOf(this.#options.engine).drop(this.#flight(key));
    await this.#write(list, keeping);
  }

  /** @returns how many there were. */
  deleteMany(keys: string[]): Promise<number> {
    for (const key of keys) flightsOf(this.#options.engine).drop(this.#flight(key));
    return this.#ask(0, (engine, scope) => engine.deleteMany(scope, keys.map(storedKey)));
  }

  /** Takes away everything of this tenant's here, and nothing of anybody else's. */
  async clear(): Promise<void> {
    flightsOf(this.#options.engine).dropAll(this.#flight(null));
    await this.#ask<void>(undefined, (engine, scope) => engine.clear(scope));
  }

  async #write(list: [string, unknown][], keeping?: Keeping): Promise<void> {
    const seconds = this.#seconds(keeping);
    const entries = list.map(([key, value]): [string, string] => [
      storedKey(key),
      encodeValue(key, value),
    ]);
    await this.#ask<void>(undefined, (engine, scope) => engine.setMany(scope, entries, seconds));
  }

  async #ask<T>(miss: T, work: (engine: StateEngine, scope: StateScope) => Promise<T>): Promise<T> {
    const { engine, scope, whenAway } = this.#options;
    try {
      return await work(engine, scope);
    } catch (error) {
      if (!isStateAway(error)) throw error;
      if (whenAway === 'miss') return miss;
      throw new AppError(
        'unavailable',
        'What was kept cannot be reached at the moment. Try again shortly.',
        {
          cause: error,
        },
      );
    }
  }

  #seconds({ seconds = this.#options.seconds }: Keeping = {}): number {
    if (!(seconds > 0))
      throw new Error('An entry is kept for more than 0 seconds; to drop it, delete it.');
    return Math.min(seconds, longestSeconds);
  }

  /** Names what is being made; with null the beginning of all names. */
  #flight(key: string | null): string {
    const { tenantId, space } = this.#options.scope;
    return `${tenantId}:${space}:${key === null ? '' : storedKey(key)}`;
  }
}
