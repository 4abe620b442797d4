import { readListQuery } from '../resources/list-query';
import { listRecords } from '../resources/list-records';
import type { ResourceContext } from '../resources/resource-context';
import { tenantsResource } from './resources/tenants';

/** A tenant that the palette leads to. */
export interface FoundTenant {
  id: string;
  name: string;
  slug: string;
}

/** Finds tenants by a part of their name, slug or owner, as their list does. */
export async function findTenants(ctx: ResourceContext, text: string): Promise<FoundTenant[]> {
  const q = text.trim().slice(0, 100);
  if (q === '') return [];
  const query = readListQuery(tenantsResource, { q, sort: 'name' });
  const { records } = await listRecords(ctx, tenantsResource, { ...query, perPage: 8 });
  return records.map(({ id, values }) => ({
    id,
    name: String(values.name),
    slug: String(values.slug),
  }));
}
