import type { AppClient } from '../db/client';
import { appClient } from '../db/client';
import type { TenantKey } from './tenant-key';

/**
 * Looks a key up, before any tenant is bound: through a database function that tells an id and
 * nothing else.
 *
 * @returns the tenant's id, or null when nobody answers under that name.
 */
export async function findTenantId(
  key: TenantKey,
  client: AppClient = appClient(),
): Promise<string | null> {
  await client.verified();
  const slug = key.kind === 'slug' ? key.slug : null;
  const hostname = key.kind === 'domain' ? key.hostname : null;
  const [row] = await client.query(
    (sql) => sql`select platform.find_tenant_id(${slug}, ${hostname}) as id`,
  );
  return row?.id ?? null;
}
