import { processMemory, stateEngine } from './engines';
import type { StateEngine } from './state-engine';
import { TenantStore } from './tenant-store';

function optionsOf(tenantId: string, engine: StateEngine, space: string) {
  const scope = { tenantId, space, mostKeys: 100_000 };
  return { engine, scope, seconds: 86_400, whenAway: 'throw' as const };
}

/** State in this process, by the name other frameworks give it (S2.42, S2.50). */
export class TenantAwareMemoryBackend extends TenantStore {
  constructor(tenantId: string, space = 'state') {
    super(optionsOf(tenantId, processMemory(), space));
  }
}

/** The same in PostgreSQL. */
export class TenantAwarePostgresBackend extends TenantStore {
  constructor(tenantId: string, space = 'state') {
    super(optionsOf(tenantId, stateEngine('postgres'), space));
  }
}

/** The same in Redis (S2.40). */
export class TenantAwareRedisBackend extends TenantStore {
  constructor(tenantId: string, space = 'state') {
    super(optionsOf(tenantId, stateEngine('redis'), space));
  }
}
