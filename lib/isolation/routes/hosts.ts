import type { TenantName } from '../world/tenants';
import type { Sites } from './site';

/** A host that is asked, and whose it is. */
export interface Visited {
  name: string;
  owner: TenantName | 'nobody' | 'root';
}

/** Every kind of host: each tenant's subdomain and domains, names of nobody, the root. */
export function visitedHosts(sites: Sites, rootHost: string): Visited[] {
  const { acme, globex, paused, gone } = sites;
  const port = rootHost.match(/:\d+$/)?.[0] ?? '';
  const of = (owner: TenantName, names: string[]) => names.map((name) => ({ name, owner }));
  return [
    ...of('acme', acme.hosts),
    ...of('globex', globex.hosts),
    ...of('paused', paused.hosts),
    // A deleted tenant is nobody, and so is a claim that was never proved.
    ...[...gone.hosts, 'claimed.globex.test', 'nobody.test', `nobody.localhost${port}`].map(
      (name) => ({
        name,
        owner: 'nobody' as const,
      }),
    ),
    { name: rootHost, owner: 'root' },
  ];
}
