import { type AppClient, appClient } from '../db/client';

const atOnce = 500;

/**
 * Asks for the checks that are overdue: a domain's next check is a job that the last one left behind,
 * and this mends what was lost with a dead letter. Call it now and then; calling it twice changes
 * nothing.
 *
 * @returns how many checks were asked for.
 */
export async function planDomainChecks(client: AppClient = appClient()): Promise<number> {
  const [row] = await client.query(
    (sql) => sql`select platform.plan_domain_checks(${atOnce}) as n`,
  );
  return row?.n ?? 0;
}
