import { setTimeout as sleep } from 'node:timers/promises';
import { LauncherError } from './launcher-error.mjs';

const BACKOFF_MS = [0, 1_000, 2_000, 4_000, 8_000];
const CALM_MS = 60_000;

/**
 * Watches the embedded server while the application serves, and starts it again when it dies: on
 * the same port, since the web process knows no other. After five deaths within a minute it gives
 * up.
 * @param {object} options
 * @param {import('../../embedded/embedded-postgres.mjs').EmbeddedServer} options.server
 * @param {(port: number) => Promise<import('../../embedded/embedded-postgres.mjs').EmbeddedServer>} options.restart
 * @param {(server: import('../../embedded/embedded-postgres.mjs').EmbeddedServer) => void} options.onServer
 * @param {(text: string) => void} options.say
 * @param {AbortSignal} options.signal
 * @param {number} [options.everyMs]
 * @returns {Promise<void>} when the signal is aborted
 * @throws {LauncherError} when it cannot be kept up
 */
export async function keepDatabase({ server, restart, onServer, say, signal, everyMs = 1_000 }) {
  let current = server;
  let failures = 0;
  let diedAt = 0;
  while (await waits(everyMs, signal)) {
    if (current.isRunning()) continue;
    if (Date.now() - diedAt > CALM_MS) failures = 0;
    diedAt = Date.now();
    if (failures >= BACKOFF_MS.length) throw givenUp();
    say('The database process died; starting it again.');
    if (!(await waits(BACKOFF_MS[failures], signal))) return;
    failures += 1;
    try {
      current = await restart(current.port);
      onServer(current);
      say('The database runs again.');
    } catch (error) {
      say(`It did not start: ${error.message}`);
    }
  }
}

async function waits(ms, signal) {
  await sleep(ms, undefined, { signal }).catch(() => undefined);
  return !signal.aborted;
}

function givenUp() {
  return new LauncherError('The database dies again and again.', {
    hint: 'The cause is in postgres.log in DATA_DIR.',
  });
}
