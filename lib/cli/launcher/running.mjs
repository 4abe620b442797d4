import { killChildren } from './run-child.mjs';

/** Everything is stopped in this time, or killed (promised: within 10 s). */
const STOP_LIMIT_MS = 9_000;

/**
 * What runs at the moment and has to be ended: filled while starting, emptied by `stopAll`.
 * @typedef {object} Running
 * @property {import('./serve-web.mjs').WebProcess} [web]
 * @property {import('../../embedded/embedded-postgres.mjs').EmbeddedServer} [server]
 * @property {Promise<void>} [keeping] may be starting the server again at this moment
 * @property {() => void} [release] gives the data directory back
 * @property {() => void} limitStop begins the time limit
 * @property {() => Promise<void>} stopAll the web process first, then its database
 * @property {(code: number) => never} killAll
 */

/** @returns {Running} */
export function createRunning() {
  /** @type {NodeJS.Timeout | undefined} */
  let limit;
  const running = {
    limitStop: () => {
      limit ??= setTimeout(() => running.killAll(1), STOP_LIMIT_MS);
    },
    stopAll: async () => {
      running.limitStop();
      const some = running.web || running.server;
      if (some) console.log('Stopping.');
      await running.web?.stop();
      await running.keeping?.catch(() => undefined);
      await running.server?.stop({ fastMs: 2_000 });
      clearTimeout(limit);
      running.release?.();
      if (some) console.log('Stopped.');
    },
    killAll: (code) => {
      killChildren();
      running.web?.kill();
      running.server?.kill();
      running.release?.();
      process.exit(code);
    },
  };
  return running;
}
