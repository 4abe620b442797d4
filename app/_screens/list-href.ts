import { type ListQuery, listAddress } from '@/lib/resources/list-query';
import type { Resource } from '@/lib/resources/resource';

/** The address of a list in a certain state. */
export function listHref(base: string, resource: Resource, query: Partial<ListQuery>): string {
  const address = listAddress(resource, query);
  return address ? `${base}?${address}` : base;
}
