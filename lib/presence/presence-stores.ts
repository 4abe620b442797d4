import { env } from '../env';
import { redisLink } from '../state/engines';
import { lazyRedis } from '../state/redis/lazy-redis';
import type { StateBackend } from '../state/state-engine';
import { memoryPresence } from './memory/memory-store';
import { postgresPresence } from './postgres/postgres-store';
import type { PresenceStore } from './presence-store';
import { redisPresence } from './redis/redis-store';

interface Kept {
  stores: Partial<Record<StateBackend, PresenceStore>>;
}

// On globalThis: pages, routes and instrumentation are bundled apart and would each have their own.
const holder = globalThis as unknown as { tenantryPresence?: Kept };

/**
 * The store of this process for a backend; PRESENCE_BACKEND's unless given.
 *
 * @throws Error for Redis where none is configured.
 */
export function presenceStore(asked?: StateBackend): PresenceStore {
  const backend = asked ?? presenceBackend();
  holder.tenantryPresence ??= { stores: {} };
  const { stores } = holder.tenantryPresence;
  stores[backend] ??= open(backend);
  return stores[backend];
}

function open(backend: StateBackend): PresenceStore {
  if (backend === 'memory') return memoryPresence();
  if (backend === 'postgres') return postgresPresence();
  const { PRESENCE_REDIS_URL } = env();
  const link = PRESENCE_REDIS_URL ? lazyRedis(PRESENCE_REDIS_URL) : redisLink();
  if (!link)
    throw new Error('PRESENCE_REDIS_URL or REDIS_URL is missing, as in redis://localhost:6379');
  return redisPresence(link);
}

/** Memory only where asked for: what one process remembers, the others would not see. */
function presenceBackend(): StateBackend {
  const { PRESENCE_BACKEND, PRESENCE_REDIS_URL, REDIS_URL } = env();
  return PRESENCE_BACKEND ?? (PRESENCE_REDIS_URL || REDIS_URL ? 'redis' : 'postgres');
}
