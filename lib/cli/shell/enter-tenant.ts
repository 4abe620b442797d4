import { createAppClient } from '../../db/client';
import { env } from '../../env';
import { bindTenant } from '../../tenancy/context';
import { runAsPlatform } from '../../tenancy/run-as-platform';
import { runAsTenant } from '../../tenancy/run-as-tenant';
import type { TenantContext } from '../../tenancy/tenant';
import { takeDatabaseAddresses } from '../take-database-addresses';
import { auditedContext } from './audited-context';

/** Nobody in particular: whoever has the addresses of the database. */
const actor = { id: '00000000-0000-4000-8000-000000000000', name: 'command line' };

export interface Entry {
  tenant: string;
  /** What is entered, as in `shell`. */
  what: string;
  reason: string;
  /** What is being run at the moment. */
  running: () => string;
  /** What is done leaves events of its own: none are added. */
  isOnRecord?: boolean;
}

/**
 * Works as one tenant on the command line: through both walls, with what is written on record. The
 * platform's audit log has it before it begins.
 *
 * @throws TenantNotFound
 */
export async function enterTenant<T>(
  { tenant, what, reason, running, isOnRecord = false }: Entry,
  work: (ctx: TenantContext) => Promise<T>,
): Promise<T> {
  await takeDatabaseAddresses();
  const { DATABASE_URL } = env();
  if (!DATABASE_URL)
    throw new Error('DATABASE_URL is missing: a tenant is entered as the application.');
  const client = createAppClient(DATABASE_URL, { max: 2 });
  try {
    const found = await runAsTenant(tenant, (ctx) => ctx.tenant, { client });
    await runAsPlatform(`${what} in ${found.slug}: ${reason}`, async () => {});
    return await runAsTenant(
      found,
      (ctx) => {
        const audited = isOnRecord ? ctx : auditedContext(ctx, running);
        return bindTenant(audited, () => work(audited));
      },
      { client, actor },
    );
  } finally {
    await client.end();
  }
}
