import path from 'node:path';
import { acquireLock } from '../../embedded/file-lock.mjs';

/**
 * Runs work that only one start per checkout may do at a time (install, build). The lock lies in
 * `.next/cache`, which neither npm ci nor next build clears.
 * @template T
 * @param {object} options
 * @param {string} options.root
 * @param {'install' | 'build'} options.name
 * @param {AbortSignal} options.signal
 * @param {import('./progress.mjs').Progress} options.progress
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withProjectLock({ root, name, signal, progress }, work) {
  const release = await acquireLock(path.join(root, '.next', 'cache', `tenantry-${name}.lock`), {
    timeoutMs: 20 * 60_000,
    signal,
    onWait: (pid) => progress.say(`Waiting for process ${pid}, which does the ${name}`),
  });
  try {
    return await work();
  } finally {
    release();
  }
}
