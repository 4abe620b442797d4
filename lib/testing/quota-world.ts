import type { Sql } from 'postgres';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { readLimits } from '../limits/read-limits';
import { openTwoTenants, type TwoTenants } from './two-tenants';

/** Two tenants whose limits a test sets, and what is counted and told of them. */
export interface QuotaWorld extends TwoTenants {
  limit(name: string, most: number | null, tenant?: string): Promise<unknown>;
  used(name: string, tenant?: TwoTenants['acme']): Promise<number>;
  /** Events about limits, in order. */
  told(): Promise<string[]>;
}

/** Sets it up for the tests of a file, empty before each. Call it at the top of the file. */
export function quotaWorld(): QuotaWorld {
  const world = {} as QuotaWorld;
  beforeAll(async () => {
    const tenants = await openTwoTenants();
    Object.assign(world, tenants, verbs(tenants.owner, tenants.acme));
  });
  afterAll(() => world.close());
  afterEach(async () => {
    const { owner } = world;
    await owner`delete from posts`;
    await owner`delete from platform.memberships`;
    await owner`update platform.quotas set most = null, used = 0`;
    await owner`update platform.quota_defaults set most = null`;
    await owner`delete from platform.events`;
  });
  return world;
}

function verbs(owner: Sql, acme: TwoTenants['acme']): Pick<QuotaWorld, 'limit' | 'used' | 'told'> {
  return {
    limit: (name, most, tenant = acme.id) => owner`
      update platform.quotas set most = ${most}, follows_default = false
      where tenant_id = ${tenant} and name = ${name}`,
    used: async (name, tenant = acme) => {
      const all = await tenant.ctx.db.read((tx) => readLimits(tx as never));
      return all.find((one) => one.name === name)?.used ?? -1;
    },
    told: async () => {
      const rows = await owner`
        select type, payload ->> 'label' as label from platform.events
        where type like 'tenant.limit%' order by id`;
      return rows.map(({ type, label }) => `${type} ${label}`);
    },
  };
}
