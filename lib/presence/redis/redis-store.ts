import type { RedisLink } from '../../state/redis/redis-link';
import { type KeyPrefix, stateKeyPrefix } from '../../state/state-key';
import { byArrival } from '../by-arrival';
import type { Departure, PresenceStore, StoredPerson } from '../presence-store';
import type { PresenceScript } from './presence-scripts';
import { runScript } from './run-script';

/**
 * Keeps who is where in Redis: shared by all processes, each operation one step by Redis's clock.
 * Never KEYS or SCAN; every key begins with its tenant's prefix and ends by itself.
 *
 * One Redis or a primary with replicas; the scripts make keys, which a cluster does not allow.
 */
export function redisPresence(
  link: RedisLink,
  keyPrefix: KeyPrefix = stateKeyPrefix,
): PresenceStore {
  const ask = (script: PresenceScript, tenantId: string, ...args: (string | number)[]) =>
    runScript(link, script, keyPrefix(tenantId, 'presence'), args);
  return {
    backend: 'redis',
    join: async ({ tenantId, key, name, userId }, { connection, meta, seconds }) => {
      const seat = [key, userId, connection] as const;
      const answer = await ask('join', tenantId, ...seat, meta, life(seconds), name ?? '');
      const [isFirst, since] = answer as [number, string];
      return { isFirst: isFirst === 1, since: new Date(Number(since)) };
    },
    leave: async ({ tenantId, key, userId }, connection) =>
      (await ask('leave', tenantId, key, userId, connection ?? '')) === 1,
    heartbeat: async ({ tenantId, key, userId }, connection, seconds) =>
      (await ask('heartbeat', tenantId, key, userId, connection, life(seconds))) === 1,
    list: async ({ tenantId, key }, most) => {
      const [now, ...found] = (await ask('list', tenantId, key)) as string[];
      const people = inParts(found, 2).map(([userId = '', text = '']) =>
        readPerson(userId, text, Number(now)),
      );
      return people.sort(byArrival).slice(0, most);
    },
    count: async ({ tenantId, key }) => Number(await ask('count', tenantId, key)),
    findName: async (tenantId, key) => (await ask('name', tenantId, key)) as string | null,
    cleanup: async (tenantId, most) => {
      const answer = (await ask('cleanup', tenantId, '', most)) as string[];
      const departed = inParts(answer, 3).map(
        ([key = '', name = '', userId = '']): Departure => ({ key, name: name || null, userId }),
      );
      return { gone: departed.length, departed };
    },
  };
}

/** As the scripts write it. */
interface Written {
  since: number;
  by: Record<string, { ends: number; meta: string; order: number }>;
}

function readPerson(userId: string, text: string, now: number): StoredPerson {
  const { since, by } = JSON.parse(text) as Written;
  const living = Object.values(by).filter(({ ends }) => ends > now);
  const [last] = living.sort((a, b) => b.order - a.order);
  return {
    userId,
    meta: last?.meta ?? '{}',
    since: new Date(since),
    connections: living.length,
  };
}

function inParts(list: string[], size: number): string[][] {
  return Array.from({ length: list.length / size }, (_, n) => list.slice(n * size, (n + 1) * size));
}

function life(seconds: number): number {
  return Math.max(1, Math.round(seconds * 1000));
}
