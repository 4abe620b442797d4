import { log } from '../log';
import type { StateBackend } from './state-engine';

/** Tells of an outage once, and of its end: pages that ask a thousand times must not write a thousand lines. */
export interface OutageLog {
  failed(error: unknown): void;
  worked(): void;
}

const quietMilliseconds = 30_000;

/** Makes the log of one store. */
export function outageLog(backend: StateBackend): OutageLog {
  let isAway = false;
  let toldAt = Number.NEGATIVE_INFINITY;
  return {
    failed: (error) => {
      if (isAway) return;
      // One that takes questions and refuses writes, as a full one does, is not told of at every write.
      if (performance.now() - toldAt < quietMilliseconds) return;
      isAway = true;
      toldAt = performance.now();
      log.warn(
        { event: 'state.away', backend, reason: reasonOf(error) },
        'the store for state does not answer',
      );
    },
    worked: () => {
      if (!isAway) return;
      isAway = false;
      log.info({ event: 'state.back', backend }, 'the store for state answers again');
    },
  };
}

/** The first cause alone: what is around it may show the entry that could not be written. */
function reasonOf(error: unknown): string {
  let first = error;
  while (first instanceof Error && first.cause instanceof Error) first = first.cause;
  return first instanceof Error ? first.message : String(first);
}
