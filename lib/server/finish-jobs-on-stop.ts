import type { Worker } from '../jobs/worker';

/** The launcher kills after five seconds. */
const patienceMilliseconds = 3000;

/**
 * Gives running jobs a few seconds when the process is told to stop. Next ends the process as soon
 * as its own requests are answered and waits for nobody, so its exit is put off for so long.
 */
export function finishJobsOnStop(
  worker: Pick<Worker, 'stop' | 'running'>,
  target: Pick<NodeJS.Process, 'once' | 'exit'> = process,
): void {
  let isStopping = false;
  const stop = () => {
    if (isStopping) return;
    isStopping = true;
    const stopped = worker.stop(patienceMilliseconds).catch(() => {});
    if (worker.running() === 0) return;
    const exit = target.exit.bind(target);
    target.exit = ((code) => void stopped.then(() => exit(code))) as typeof target.exit;
  };
  target.once('SIGTERM', stop);
  target.once('SIGINT', stop);
}
