import { choosingPath } from '../tenancy/resolvers/session-resolver';
import { platformOrigin, sessionsNameTenants } from '../tenancy/tenant-address';

/** Where the platform itself is, with its slash: for who has no site to go back to. */
export function platformAddress(): string {
  return sessionsNameTenants() ? sitesAddress() : `${platformOrigin()}/`;
}

/**
 * Where a page of the platform is reached from a tenant's. Where a session names the tenant, the root
 * host's pages may be the tenant's until it is left.
 *
 * @param path - of the root host, as '/account'.
 */
export function platformPageAddress(path: string): string {
  return sessionsNameTenants() ? sitesAddress(path) : platformOrigin() + path;
}

/** Where tenants are chosen that have no address of their own. */
export function sitesAddress(next?: string): string {
  const query = next ? `?next=${encodeURIComponent(next)}` : '';
  return platformOrigin() + choosingPath + query;
}
