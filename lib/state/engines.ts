import type { AppClient } from '../db/client';
import { env, stateBackend } from '../env';
import { type MemoryEngine, memoryEngine } from './memory-engine';
import { postgresEngine } from './postgres-engine';
import { lazyRedis } from './redis/lazy-redis';
import { redisEngine } from './redis/redis-engine';
import type { RedisLink } from './redis/redis-link';
import type { StateBackend, StateEngine } from './state-engine';

interface Kept {
  memory?: MemoryEngine;
  postgres: WeakMap<object, StateEngine>;
  redis?: StateEngine;
  link?: RedisLink;
}

// On globalThis: pages, routes and instrumentation are bundled apart and would each have their own.
const holder = globalThis as unknown as { tenantryState?: Kept };

/**
 * The engine of this process for a backend. Where Redis is asked for and none is configured, the
 * installation's own choice.
 *
 * @param client - the process's own pool unless given.
 */
export function stateEngine(asked?: StateBackend, client?: AppClient): StateEngine {
  const backend =
    asked === 'redis' && !env().REDIS_URL ? stateBackend() : (asked ?? stateBackend());
  if (backend === 'memory') return processMemory();
  if (backend === 'postgres') return postgresOf(client);
  const link = redisLink();
  if (!link) return processMemory();
  const all = kept();
  all.redis ??= redisEngine(link);
  return all.redis;
}

/** What this process itself remembers. */
export function processMemory(): MemoryEngine {
  const all = kept();
  all.memory ??= memoryEngine();
  return all.memory;
}

/** The connection to Redis; null where none is configured. */
export function redisLink(): RedisLink | null {
  const { REDIS_URL } = env();
  if (!REDIS_URL) return null;
  const all = kept();
  all.link ??= lazyRedis(REDIS_URL);
  return all.link;
}

function postgresOf(client?: AppClient): StateEngine {
  const { postgres } = kept();
  const owner = client ?? holder;
  const engine = postgres.get(owner) ?? postgresEngine(client);
  postgres.set(owner, engine);
  return engine;
}

function kept(): Kept {
  holder.tenantryState ??= { postgres: new WeakMap() };
  return holder.tenantryState;
}
