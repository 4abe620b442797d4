import { memoryPresence } from '../../presence/memory/memory-store';
import type { KeyPrefix } from '../../state/state-key';
import { missingRedis } from '../../testing/redis-server';
import { openRedisEngine } from '../state/open-engines';
import { presenceOperations } from '../state/presence-operations';
import { walkPresence } from '../state/presence-walk';
import type { Saboteur } from './saboteur';

const forgetful: KeyPrefix = (_tenantId, space) => `app:tenant:${space}:`;

/** What is taken from the keys of presence. */
export const presenceSaboteurs: Saboteur[] = [
  {
    did: 'presence without the tenant',
    walk: 'presence',
    tells: /memory: list tells \[\{/,
    run: ({ tenants }) =>
      walkPresence(tenants, { stores: { memory: memoryPresence({ keyPrefix: forgetful }) } }),
  },
  {
    did: 'operation of presence nobody covers',
    walk: 'presence',
    tells: /heartbeat: is not covered/,
    run: ({ tenants }) => {
      const { heartbeat: _, ...operations } = presenceOperations;
      return walkPresence(tenants, { stores: {}, operations });
    },
  },
  ...(missingRedis() === null ? [inRedis()] : []),
];

function inRedis(): Saboteur {
  return {
    did: 'presence without the tenant, in Redis',
    walk: 'presence',
    tells: /redis: leave changes who is at the other tenant/,
    run: async ({ tenants }) => {
      const opened = await openRedisEngine(forgetful);
      const report = await walkPresence(tenants, { stores: opened?.stores ?? {} });
      await opened?.close();
      return report;
    },
  };
}
