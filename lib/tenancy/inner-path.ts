import { parseHost } from './host';
import { pathPrefix } from './resolvers/path-resolver';
import type { ResolverConfig } from './resolvers/resolver-config';

type PathConfig = Pick<
  ResolverConfig,
  'rootDomains' | 'resolvers' | 'pathPosition' | 'pathExclude'
>;
/** The part of a path that a tenant's own pages know, without the beginning that names the tenant. */
export function innerPath(host: string | null, path: string, config: PathConfig): string {
  const isRoot = config.rootDomains.includes(parseHost(host) ?? '');
  const prefix = isRoot && config.resolvers.includes('path') ? pathPrefix(path, config) : null;
  return prefix === null ? path : path.slice(prefix.length) || '/';
}
