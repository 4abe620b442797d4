import { platformSegments } from '../platform-segments';
import { isPrefixSegment, isSlug } from '../tenant-key';
import type { ResolverConfig } from './resolver-config';
import type { Resolution, ResolverRequest, TenantResolver } from './tenant-resolver';

type PathConfig = Pick<ResolverConfig, 'rootDomains' | 'pathPosition' | 'pathExclude'>;

/**
 * `example.com/acme/blog` is tenant acme (S2.12), on a root host. Position 2 finds it in
 * `example.com/t/acme/blog` (S2.13). What the platform itself serves there is never a tenant.
 */
export class PathResolver implements TenantResolver {
  readonly name = 'path';

  constructor(private readonly config: PathConfig) {}

  resolve({ host, path }: ResolverRequest): Resolution {
    if (!this.config.rootDomains.includes(host)) return 'pass';
    const prefix = pathPrefix(path, this.config);
    if (prefix === null) return 'pass';
    const named = prefix.slice(prefix.lastIndexOf('/') + 1);
    return isSlug(named) ? { kind: 'slug', slug: named, prefix } : 'stop';
  }
}

/**
 * The beginning of a path up to the segment that names a tenant, as '/acme' or '/t/acme'.
 *
 * @returns null where the path is too short for one, or is the platform's.
 */
export function pathPrefix(
  path: string,
  { pathPosition, pathExclude }: Pick<ResolverConfig, 'pathPosition' | 'pathExclude'>,
): string | null {
  const segments = path.slice(1).split('/').slice(0, pathPosition);
  if (segments.length < pathPosition || !segments.every(isPrefixSegment)) return null;
  const kept: readonly string[] = platformSegments;
  if (kept.includes(segments[0] ?? '') || segments[0]?.startsWith('_')) return null;
  return segments.some((one) => pathExclude.includes(one)) ? null : `/${segments.join('/')}`;
}
