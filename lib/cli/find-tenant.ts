import { eq, ne, or, sql } from 'drizzle-orm';
import type { PlatformDb } from '../db/platform-tx';
import { tenants } from '../db/schema/platform';
import { TenantNotFound } from '../errors';
import { isTenantId } from '../tenancy/tenant-key';

export interface NamedTenant {
  id: string;
  slug: string;
  name: string;
  status: string;
}

/**
 * Finds the tenant that a command is about.
 *
 * @param name - its slug or id. A deleted one is found by the slug it had, too.
 * @param isDeleted - which of the two is meant: several deleted ones may have had one slug.
 * @throws TenantNotFound; Error when the name means several.
 */
export async function findNamedTenant(
  db: PlatformDb,
  name: string,
  { isDeleted = false } = {},
): Promise<NamedTenant> {
  const id = isTenantId(name) ? eq(tenants.id, name) : undefined;
  const former = sql`${tenants.beforeDeletion} ->> 'slug' = ${name}`;
  const state = isDeleted ? eq(tenants.status, 'deleted') : ne(tenants.status, 'deleted');
  const { slug, status, deletedAt } = tenants;
  const columns = { id: tenants.id, slug, name: tenants.name, status, deletedAt };
  const found = await db.read((tx) =>
    tx
      .select(columns)
      .from(tenants)
      .where(sql`${state} and (${or(id, eq(tenants.slug, name), isDeleted ? former : undefined)})`)
      .orderBy(tenants.deletedAt),
  );
  const [one, ...others] = found;
  if (!one) throw new TenantNotFound(`There is no ${isDeleted ? 'deleted ' : ''}tenant "${name}".`);
  if (others.length === 0) return one;
  const list = found.map((row) => `${row.id}, deleted ${row.deletedAt?.toISOString()}`);
  throw new Error(`Several deleted tenants were called "${name}". Give an id:\n${list.join('\n')}`);
}
