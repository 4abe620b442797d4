import type { ListQuery } from '../resources/list-query';

/**
 * Whose audit log a list shows: the id of a tenant, or null for the platform's own.
 *
 * @returns undefined for several tenants at once, which are no chain.
 */
export function auditChain({ filters }: Pick<ListQuery, 'filters'>): string | null | undefined {
  const { tenant } = filters;
  if (tenant?.kind !== 'oneOf') return null;
  return tenant.values.length === 1 ? tenant.values[0]?.toLowerCase() : undefined;
}
