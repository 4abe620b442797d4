import { startEmbeddedPostgres } from '../../embedded/embedded-postgres.mjs';
import { ensureAuthSecret } from './auth-secret.mjs';
import { buildApp } from './build-app.mjs';
import { checkDataDir } from './check-data-dir.mjs';
import { checkPort } from './check-port.mjs';
import { installPackages } from './install-packages.mjs';
import { keepDatabase } from './keep-database.mjs';
import { describeFailure, StopRequested } from './launcher-error.mjs';
import { lockDataDir } from './lock-data-dir.mjs';
import { prepareDatabase } from './prepare-database.mjs';
import { addressText, firstRootDomain, hasMailbox } from './print-addresses.mjs';
import { createProgress } from './progress.mjs';
import { HELP, readOptions } from './read-options.mjs';
import { createRunning } from './running.mjs';
import { startWeb, webEnded, webEnvironment } from './serve-web.mjs';
import { waitForHealth } from './wait-for-health.mjs';
import { watchSignals } from './watch-signals.mjs';

/**
 * `npm start` and `npm run dev`: from whatever is there to a serving application.
 * @param {string[]} argv
 * @returns {Promise<number>} exit code: 0 after a stop that was asked for, 1 on an error
 */
export async function launch(argv) {
  // The terminal can be gone (SIGHUP) while there is still something to say.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  const running = createRunning();
  const signals = watchSignals({ onForce: () => running.killAll(130) });
  signals.signal.addEventListener('abort', () => running.limitStop());
  let code = 0;
  try {
    const options = readOptions(argv);
    if (options.help) console.log(HELP);
    else await prepareAndServe(options, running, signals);
  } catch (error) {
    const asked = error instanceof StopRequested;
    if (!asked) console.error(`\n${describeFailure(error)}`);
    code = asked ? 0 : 1;
    signals.abort(new StopRequested('an error'));
  }
  try {
    await running.stopAll();
  } catch (error) {
    console.error(`\n${describeFailure(error)}`);
    code = 1;
  }
  signals.end();
  return code;
}

async function prepareAndServe(options, running, signals) {
  const { root, dataDir, dev, port, embedded } = options;
  await checkPort(port);
  checkDataDir(dataDir);
  if (embedded) running.release = await lockDataDir(dataDir);
  const secret = ensureAuthSecret(options);
  const env = { ...options.env, AUTH_SECRET: secret, DATA_DIR: dataDir, PORT: String(port) };
  const common = { root, env, signal: signals.signal, progress: createProgress() };
  await installPackages(common);
  const onServer = (server) => {
    running.server = server;
  };
  const database = await prepareDatabase({ ...common, dataDir, embedded, onServer });
  if (!dev) await buildApp(common);
  signals.signal.throwIfAborted();
  // Once more: installing and building took their time.
  await checkPort(port);
  const webEnv = webEnvironment(env, { url: database.url, secret, dataDir, port, embedded });
  running.web = startWeb({ root, dev, port, env: webEnv });
  await serve({ ...common, options, running, signals, database, onServer });
}

async function serve({ env, options, running, signals, database, progress, onServer }) {
  const { dataDir, dev, port } = options;
  const { signal, stopped } = signals;
  const ended = running.web.ended.then((how) => signal.aborted || webEnded(how));
  const rootDomain = firstRootDomain(env, port);
  await progress.step('Starting the application', () => {
    const timeoutMs = dev ? 180_000 : 60_000;
    return Promise.race([
      waitForHealth({ port, host: rootDomain, timeoutMs, signal }),
      ended,
      stopped,
    ]);
  });
  signal.throwIfAborted();
  console.log(
    addressText({ rootDomain, port, demo: database.demo, mailbox: hasMailbox(env, options) }),
  );
  const ends = [ended, stopped];
  if (database.server) {
    const restart = (samePort) => startEmbeddedPostgres({ dataDir, port: samePort, signal });
    const { server } = database;
    running.keeping = keepDatabase({ server, restart, onServer, say: console.log, signal });
    ends.push(running.keeping);
  }
  await Promise.race(ends);
}
