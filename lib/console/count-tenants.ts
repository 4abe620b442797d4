import { count } from 'drizzle-orm';
import { tenants } from '../db/schema/platform';
import type { PlatformContext } from './platform-context';

export interface TenantNumbers {
  all: number;
  active: number;
  suspended: number;
  deleted: number;
}

/** How many tenants there are, by state. */
export async function countTenants({ db }: Pick<PlatformContext, 'db'>): Promise<TenantNumbers> {
  const rows = await db.read((tx) =>
    tx.select({ status: tenants.status, n: count() }).from(tenants).groupBy(tenants.status),
  );
  const of = (status: string) => rows.find((row) => row.status === status)?.n ?? 0;
  const [active, suspended, deleted] = [of('active'), of('suspended'), of('deleted')];
  return { all: active + suspended + deleted, active, suspended, deleted };
}
