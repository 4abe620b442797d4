import { log } from '../log';
import type { StateBackend } from './state-engine';

/** Tells of an outage once, and of its end: pages that ask a thousand times must not write a thousand lines. */
export interface OutageLog {
  failed(error: unknown): void;
  worked(): void;
}

/** Makes the log of one store. */
export function outageLog(backend: StateBackend): OutageLog {
  let isAway = false;
  return {
    failed: (error) => {
      if (isAway) return;
      isAway = true;
      log.warn({ event: 'state.away', backend, err: error }, 'the store for state does not answer');
    },
    worked: () => {
      if (!isAway) return;
      isAway = false;
      log.info({ event: 'state.back', backend }, 'the store for state answers again');
    },
  };
}
