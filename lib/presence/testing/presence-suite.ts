import { beforeAll, beforeEach, describe } from 'vitest';
import type { PresenceStore } from '../presence-store';
import { TenantPresence } from '../tenant-presence';
import { apartTests } from './apart-tests';
import { clockTests } from './clock-tests';
import { endTests } from './end-tests';
import { operationTests } from './operation-tests';

/** What a store's file gives the suite. */
export interface SuiteWorld {
  store: PresenceStore;
  /** Another process's view of the same entries; the same store where there is no such thing. */
  second: PresenceStore;
  tenants: { acme: string; globex: string };
}

export type Presence = (
  tenant?: keyof SuiteWorld['tenants'],
  options?: { seconds?: number; second?: boolean },
) => TenantPresence;

/** The contract every store keeps: the same tests on each of them. */
export function presenceSuite(
  backend: string,
  missing: string | null,
  open: () => Promise<SuiteWorld>,
) {
  describe(`presence in ${backend}`, () => {
    let world: SuiteWorld;
    beforeAll(async () => {
      if (missing === null) world = await open();
    });
    beforeEach((context) => context.skip(missing !== null, missing ?? ''));
    const presence: Presence = (tenant = 'acme', { seconds = 60, second = false } = {}) =>
      TenantPresence.forTenant(world.tenants[tenant], {
        store: second ? world.second : world.store,
        seconds,
      });
    operationTests(presence);
    endTests(presence);
    apartTests(presence);
    // In memory the process's clock is the store's.
    if (backend !== 'memory') clockTests(presence);
  });
}
