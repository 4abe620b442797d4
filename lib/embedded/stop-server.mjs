import { readPostmasterFile } from './probe-server.mjs';
import { runBinary } from './run-binary.mjs';

/**
 * Stops the server of a place: open connections are cut (fast), and if that is not done in time,
 * at once, which the next start recovers from. Quiet when it is not running.
 * @param {import('./choose-place.mjs').Place} place
 * @param {{ fastMs?: number }} [options]
 */
export async function stopServer(place, { fastMs = 4_000 } = {}) {
  if (!readPostmasterFile(place.clusterDir)) return;
  const stop = (mode, ms) => ['stop', '-D', place.clusterDir, '-m', mode, '-w', '-t', seconds(ms)];
  const fast = await runBinary(place, 'pg_ctl', stop('fast', fastMs));
  if (fast.code === 0 || !readPostmasterFile(place.clusterDir)) return;
  await runBinary(place, 'pg_ctl', stop('immediate', 2_000));
}

function seconds(ms) {
  return String(Math.max(1, Math.round(ms / 1000)));
}
