import { randomBytes } from 'node:crypto';
import { log } from '../../log';
import type { StateEngine } from '../state-engine';
import { type KeyPrefix, stateKeyPrefix } from '../state-key';
import type { RedisLink } from './redis-link';

const atOnce = 500;

/**
 * Keeps entries in Redis: shared by all instances, each operation one step. Never KEYS, SCAN or
 * FLUSH: what is somebody's is found by an index of their own.
 *
 * One Redis or a primary with replicas; the scripts make keys, which a cluster does not allow.
 */
export function redisEngine(link: RedisLink, keyPrefix: KeyPrefix = stateKeyPrefix): StateEngine {
  const prefix = (scope: { tenantId: string; space: string }) =>
    keyPrefix(scope.tenantId, scope.space);
  return {
    backend: 'redis',
    getMany: async (scope, keys) => {
      const answers = await inParts(keys, (part) => link.run('stateGet', prefix(scope), part));
      return answers.flat() as (string | null)[];
    },
    setMany: async (scope, entries, seconds) => {
      await inParts(entries, (part) =>
        link.run('stateSet', prefix(scope), [
          token(),
          life(seconds),
          scope.mostKeys,
          ...part.flat(),
        ]),
      );
    },
    add: async (scope, key, value, seconds) => {
      const args = [token(), life(seconds), scope.mostKeys, key, value];
      return (await link.run('stateAdd', prefix(scope), args)) === 1;
    },
    deleteMany: async (scope, keys) => {
      const gone = await inParts(keys, (part) => link.run('stateDelete', prefix(scope), part));
      return gone.reduce<number>((sum, count) => sum + Number(count), 0);
    },
    increment: async (scope, key, by, seconds) => {
      const args = [token(), life(seconds), scope.mostKeys, key, by];
      return Number(await link.run('stateIncrement', prefix(scope), args));
    },
    touch: async (scope, key, seconds) =>
      (await link.run('stateTouch', prefix(scope), [key, life(seconds)])) === 1,
    keys: async (scope, most) => (await link.run('stateKeys', prefix(scope), [most])) as string[],
    clear: async (scope) => {
      const before = await link.run('stateClear', prefix(scope), [token()]);
      // Out of reach already; that it takes no room either may take a while.
      if (typeof before === 'string') void sweep(link, prefix(scope), before);
    },
  };
}

/** What cannot be swept because Redis went away ends by its own time. */
async function sweep(link: RedisLink, prefix: string, before: string): Promise<void> {
  try {
    while (Number(await link.run('stateSweep', prefix, [before])) > 0);
  } catch (error) {
    log.debug({ event: 'state.sweep_failed', err: error }, 'cleared entries stay until they end');
  }
}

async function inParts<T>(list: T[], ask: (part: T[]) => Promise<unknown>): Promise<unknown[]> {
  const parts = [];
  for (let at = 0; at < list.length; at += atOnce) parts.push(ask(list.slice(at, at + atOnce)));
  return Promise.all(parts);
}

function token(): string {
  return randomBytes(9).toString('base64url');
}

function life(seconds: number): number {
  return Math.max(1, Math.round(seconds * 1000));
}
