import { memoryEngine } from '../../state/memory-engine';
import type { KeyPrefix } from '../../state/state-key';
import { missingRedis } from '../../testing/redis-server';
import { openRedisEngine } from '../state/open-engines';
import { stateOperations } from '../state/state-operations';
import { walkState } from '../state/state-walk';
import type { Saboteur } from './saboteur';

const forgetful: KeyPrefix = (_tenantId, space) => `app:tenant:${space}:`;

/** What is taken from the keys of caches and state. */
export const stateSaboteurs: Saboteur[] = [
  {
    did: 'state key without the tenant',
    walk: 'state',
    tells: /memory cache: get tells/,
    run: ({ tenants }) =>
      walkState(tenants, { engines: { memory: memoryEngine({ keyPrefix: forgetful }) } }),
  },
  {
    did: 'key function that forgets the tenant',
    walk: 'state',
    tells: /stateKeyPrefix: cache is the same for two/,
    run: ({ tenants }) => walkState(tenants, { engines: {}, keyPrefix: forgetful }),
  },
  {
    did: 'operation of state nobody covers',
    walk: 'state',
    tells: /getMany: is not covered/,
    run: ({ tenants }) => {
      const { getMany: _, ...operations } = stateOperations;
      return walkState(tenants, { engines: {}, operations });
    },
  },
  ...(missingRedis() === null ? [inRedis()] : []),
];

function inRedis(): Saboteur {
  return {
    did: 'state key without the tenant, in Redis',
    walk: 'state',
    tells: /redis cache: clear changes what the other tenant has/,
    run: async ({ tenants }) => {
      const opened = await openRedisEngine(forgetful);
      const report = await walkState(tenants, { engines: opened?.engines ?? {} });
      await opened?.close();
      return report;
    },
  };
}
