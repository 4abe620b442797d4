import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { withProjectLock } from './project-lock.mjs';
import { runChild } from './run-child.mjs';
import { sourceStamp } from './source-stamp.mjs';

/**
 * Builds the application when `.next` is missing or was made from other sources.
 * @param {object} options
 * @param {string} options.root
 * @param {Record<string, string>} options.env
 * @param {AbortSignal} options.signal
 * @param {import('./progress.mjs').Progress} options.progress
 * @param {typeof runChild} [options.run] for tests
 * @returns {Promise<boolean>} whether it built
 */
export async function buildApp({ root, env, signal, progress, run = runChild }) {
  if (isBuilt(root)) return false;
  return withProjectLock({ root, name: 'build', signal, progress }, async () => {
    const stamp = sourceStamp(root);
    if (isBuilt(root, stamp)) return false;
    rmSync(stampFile(root), { force: true });
    await progress.step('Building the application', () =>
      run({
        what: 'next build',
        command: process.execPath,
        args: [path.join(root, 'lib/cli/build.mjs')],
        cwd: root,
        env: buildEnvironment(env),
        signal,
        onLine: (line) => progress.say(line),
        hint: 'Mend what the lines above name, then run it again; the database is kept.',
      }),
    );
    // Written last: a build that was stopped is made again.
    writeFileSync(stampFile(root), `${stamp}\n`);
    return true;
  });
}

/**
 * Whether `.next` holds a whole build of the present sources.
 * @param {string} root
 * @param {string} [stamp]
 */
export function isBuilt(root, stamp = sourceStamp(root)) {
  if (!existsSync(path.join(root, '.next', 'BUILD_ID')) || !existsSync(stampFile(root)))
    return false;
  return readFileSync(stampFile(root), 'utf8').trim() === stamp;
}

/** A build needs no secret and no service, and must not take an address of one in. */
function buildEnvironment(env) {
  const { DATABASE_URL: _u, DATABASE_OWNER_URL: _o, AUTH_SECRET: _a, NODE_ENV: _n, ...rest } = env;
  return { NEXT_TELEMETRY_DISABLED: '1', ...rest };
}

function stampFile(root) {
  return path.join(root, '.next', 'tenantry-sources');
}
