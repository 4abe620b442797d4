import { StopRequested } from './launcher-error.mjs';

/** npm passes a Ctrl-C on that the terminal has already sent: two of them at once are one. */
const SAME_PRESS_MS = 500;

/**
 * Turns signals into one abort, and a second Ctrl-C into `onForce`.
 * @param {{ onForce: () => void, from?: NodeJS.Process }} options
 * @returns {{ signal: AbortSignal, stopped: Promise<void>, abort: (reason: unknown) => void,
 *   end: () => void }}
 */
export function watchSignals({ onForce, from = process }) {
  const controller = new AbortController();
  let first = 0;
  const stop = (name) => {
    if (!first) {
      first = Date.now();
      controller.abort(new StopRequested(name));
    } else if (Date.now() - first > SAME_PRESS_MS) onForce();
  };
  const names = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const name of names) from.on(name, stop);
  const orphaned = watchParent(stop);
  const { signal } = controller;
  return {
    signal,
    stopped: new Promise((resolve) =>
      signal.addEventListener('abort', () => resolve(), { once: true }),
    ),
    abort: (reason) => controller.abort(reason),
    end: () => {
      clearInterval(orphaned);
      for (const name of names) from.off(name, stop);
    },
  };
}

/** Killing npm alone must not leave us serving: its shell does not pass every signal on. */
function watchParent(stop) {
  if (!process.env.npm_lifecycle_event) return undefined;
  const parent = process.ppid;
  const check = () => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    stop('the end of npm');
  };
  const timer = setInterval(check, 500);
  timer.unref();
  return timer;
}
