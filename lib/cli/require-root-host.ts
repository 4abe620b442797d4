import { edgeEnv } from '../env-edge';
import { platformHosts } from '../tenancy/platform-hosts';
import { platformOrigin } from '../tenancy/tenant-address';

/**
 * Says where the platform is.
 *
 * @param named - the host somebody takes for it.
 * @throws Error when that is another one: ROOT_DOMAIN decides, no row of a table.
 */
export function requireRootHost(named?: string): string {
  const hosts = platformHosts(edgeEnv());
  const host = named
    ?.trim()
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/(:\d+)?\/?$/, '');
  if (host && !hosts.includes(host)) {
    throw new Error(
      `The platform is at ${hosts.join(', ')}, not at ${host}. Set ROOT_DOMAIN to change that.`,
    );
  }
  return platformOrigin();
}
