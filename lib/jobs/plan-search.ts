import { appClient } from '../db/client';

const tenantsAtOnce = 200;

/** Asks for the work at search indexes that no job stands for: first ones, and changes that waited. */
export async function planSearch(): Promise<void> {
  await appClient().query(
    (sql) => sql`
      select platform.plan_search_builds(${tenantsAtOnce}), platform.plan_search_jobs(${tenantsAtOnce})`,
  );
}
