import { count } from 'drizzle-orm';
import { tenants } from '../db/schema/platform';
import type { PlatformContext } from './platform-context';

export interface TenantNumbers {
  all: number;
  active: number;
  suspended: number;
  maintenance: number;
  deleted: number;
}

/** How many tenants there are, by state. */
export async function countTenants({ db }: Pick<PlatformContext, 'db'>): Promise<TenantNumbers> {
  const rows = await db.read((tx) =>
    tx.select({ status: tenants.status, n: count() }).from(tenants).groupBy(tenants.status),
  );
  const of = (status: string) => rows.find((row) => row.status === status)?.n ?? 0;
  const states = { active: 0, suspended: 0, maintenance: 0, deleted: 0 };
  for (const name of Object.keys(states) as (keyof typeof states)[]) states[name] = of(name);
  return { all: rows.reduce((sum, { n }) => sum + n, 0), ...states };
}
