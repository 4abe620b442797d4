import type { ResourceContext } from './resource-context';

/** The time zone a tenant writes its dates in; the platform's own pages use UTC. */
export function timeZoneOf({ tenant }: Pick<ResourceContext, 'tenant'>): string {
  return tenant?.settings?.timeZone ?? 'UTC';
}
