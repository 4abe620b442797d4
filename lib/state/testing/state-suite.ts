import { beforeAll, beforeEach, describe } from 'vitest';
import type { StateEngine } from '../state-engine';
import { TenantStore } from '../tenant-store';
import { apartTests } from './apart-tests';
import { boundTests } from './bound-tests';
import { operationTests } from './operation-tests';

/** What an engine's file gives the suite. */
export interface SuiteWorld {
  engine: StateEngine;
  /** Another process's view of the same entries; the same engine where there is no such thing. */
  second: StateEngine;
  tenants: { acme: string; globex: string };
}

export type Store = (
  tenant?: keyof SuiteWorld['tenants'],
  options?: { mostKeys?: number; second?: boolean; space?: string },
) => TenantStore;

/** The contract every engine keeps (S2.42): the same tests on each of them. */
export function stateSuite(
  backend: string,
  missing: string | null,
  open: () => Promise<SuiteWorld>,
) {
  describe(`the ${backend} engine`, () => {
    let world: SuiteWorld;
    beforeAll(async () => {
      if (missing === null) world = await open();
    });
    beforeEach(async (context) => {
      context.skip(missing !== null, missing ?? '');
      await store('acme').clear();
      await store('globex').clear();
    });
    const store: Store = (tenant = 'acme', { mostKeys = 1000, second, space = 'cache' } = {}) =>
      new TenantStore({
        engine: second ? world.second : world.engine,
        scope: { tenantId: world.tenants[tenant], space, mostKeys },
        seconds: 60,
        whenAway: 'throw',
      });
    operationTests(store);
    boundTests(store);
    apartTests(store);
  });
}
