import { log } from '../log';
import type { PointStore } from './point-store';

/** What came of one more request. */
export interface Counted {
  isAllowed: boolean;
  limit: number;
  remaining: number;
  /** Until the window ends. */
  resetSeconds: number;
}

// Of a limit, what a process may use up before it asks, and what it asks for at a time. Together
// they bound both how often the store is asked and how far several processes can go over.
const part = 20;

/**
 * One window of one subject, in memory, with points on loan from the store behind it. Who asks for
 * little never gets to the store; who floods is refused from memory. A process may go over the limit
 * by a twentieth of it, as long as nobody has told it that there is nothing left.
 */
export class RequestWindow {
  #endsAt: number;
  #used = 0;
  /** Let through before the store heard of them. */
  #untold = 0;
  #onLoan = 0;
  #left: number | null = null;
  #refusedAt: number | null = null;
  #asking: Promise<void> | undefined;

  constructor(
    readonly key: string,
    readonly seconds: number,
    readonly store: PointStore,
  ) {
    this.#endsAt = Date.now() + seconds * 1000;
  }

  hasEnded(): boolean {
    return this.#endsAt <= Date.now();
  }

  /** Counts one. Of many at the same moment one asks the store, for all of them. */
  async take(limit: number): Promise<Counted> {
    for (;;) {
      if (this.#refusedAt !== null && this.#refusedAt >= limit) return this.#answer(limit, false);
      if (this.#onLoan > 0) {
        this.#onLoan -= 1;
        return this.#answer(limit, true);
      }
      if (this.#left === null && this.#untold < Math.floor(limit / part)) {
        this.#untold += 1;
        return this.#answer(limit, true);
      }
      this.#asking ??= this.#borrow(limit).finally(() => {
        this.#asking = undefined;
      });
      await this.#asking;
    }
  }

  async #borrow(limit: number): Promise<void> {
    const untold = this.#untold;
    const points = untold + Math.max(1, Math.ceil(limit / part));
    const { key, seconds, store } = this;
    try {
      const given = await store({ key, points, limit, seconds });
      this.#lend(given.granted - untold, limit);
      this.#left = given.left;
      this.#untold -= untold;
      this.#endsAt = Date.now() + given.waitSeconds * 1000;
    } catch (error) {
      // Without a store the process counts for itself: better than nothing, and than refusing all.
      log.debug({ event: 'limits.store_failed', err: error }, 'requests are counted in memory');
      this.#lend(Math.min(points, limit - this.#used), limit);
      this.#untold = 0;
      this.#left = Math.max(0, limit - this.#used - this.#onLoan);
    }
  }

  #lend(points: number, limit: number): void {
    this.#onLoan += Math.max(0, points);
    this.#refusedAt = points > 0 ? null : limit;
  }

  #answer(limit: number, isAllowed: boolean): Counted {
    if (isAllowed) this.#used += 1;
    const known = this.#left === null ? limit : this.#left + this.#onLoan;
    const remaining = isAllowed ? Math.max(0, Math.min(known, limit - this.#used)) : 0;
    const resetSeconds = Math.max(1, Math.ceil((this.#endsAt - Date.now()) / 1000));
    return { isAllowed, limit, remaining, resetSeconds };
  }
}
