import { createAppClient } from '../../db/client';
import { memoryPresence } from '../../presence/memory/memory-store';
import { postgresPresence } from '../../presence/postgres/postgres-store';
import type { PresenceStore } from '../../presence/presence-store';
import { redisPresence } from '../../presence/redis/redis-store';
import { memoryEngine } from '../../state/memory-engine';
import { postgresEngine } from '../../state/postgres-engine';
import { redisEngine } from '../../state/redis/redis-engine';
import { openRedis } from '../../state/redis/redis-link';
import type { StateEngine } from '../../state/state-engine';
import type { KeyPrefix } from '../../state/state-key';
import { missingRedis, startRedisServer } from '../../testing/redis-server';
import type { ScratchDatabase } from '../world/scratch-server';

/** The engines of state and the stores of presence of a walk, real ones each. */
export interface OpenEngines {
  engines: Record<string, StateEngine>;
  stores: Record<string, PresenceStore>;
  close(): Promise<void>;
}

/** Opens every engine that can be started here. Redis has a server of its own. */
export async function openEngines(database: ScratchDatabase): Promise<OpenEngines> {
  const client = createAppClient(database.appUrl, { max: 2 });
  const redis = await openRedisEngine();
  return {
    engines: { memory: memoryEngine(), postgres: postgresEngine(client), ...redis?.engines },
    stores: { memory: memoryPresence(), postgres: postgresPresence(client), ...redis?.stores },
    close: async () => {
      await client.end();
      await redis?.close();
    },
  };
}

/** Redis alone; null, which is said, where there is none. */
export async function openRedisEngine(keyPrefix?: KeyPrefix): Promise<OpenEngines | null> {
  const missing = missingRedis();
  if (missing !== null) {
    process.stderr.write(`Redis is not walked: ${missing}.\n`);
    return null;
  }
  const server = await startRedisServer();
  const link = openRedis(server.url);
  return {
    engines: { redis: redisEngine(link, keyPrefix) },
    stores: { redis: redisPresence(link, keyPrefix) },
    close: async () => {
      await link.end();
      await server.stop();
    },
  };
}
