import { unstable_cache } from 'next/cache';
import { NoTenantBound } from '../errors';
import { hostTag, tenantTag } from '../tenancy/cache-tags';

/** Seconds after which an entry is refreshed behind the scenes, whatever was or was not announced. */
export const maxAgeSeconds = 3600;

type Cache = typeof unstable_cache;
type Argument = string | number | boolean | null;

/** A read that may be cached for one tenant. */
export interface TenantRead<T> {
  tenantId: string;
  /** Names the read, as in 'blog.page'. */
  name: string;
  /** All that the result depends on, besides the tenant. */
  args?: Argument[];
  /** More specific than the tenant's own tag, made by the functions of cache-tags. */
  tags?: string[];
  read: () => Promise<T>;
}

/** Gives the parts of the key under which a tenant's read is kept. The tenant always comes first. */
export function cachedReadKey(tenantId: string, name: string, args: Argument[]): string[] {
  return [tenantTag(tenantId), name, JSON.stringify(args)];
}

/**
 * Makes the one function through which tenant data is cached (C9). Tests pass another store, and
 * the isolation run a key function that forgets the tenant.
 */
export function createCachedReads(cache: Cache = unstable_cache, keyOf = cachedReadKey) {
  return function cached<T>(entry: TenantRead<T>): Promise<T> {
    const { tenantId, name, args = [], tags = [] } = entry;
    if (!tenantId) throw new NoTenantBound(`The cached read "${name}"`);
    const own = tenantTag(tenantId);
    const foreign = tags.find((tag) => !tag.startsWith(own));
    if (foreign) throw new Error(`The tag ${foreign} does not belong to the tenant of "${name}".`);
    return cache(entry.read, keyOf(tenantId, name, args), {
      tags: [own, ...tags],
      revalidate: maxAgeSeconds,
    })();
  };
}

/** Caches a read of one tenant, shared by all the tenant's hosts. Values must survive JSON. */
export const cachedForTenant = createCachedReads();

/** Caches what a host name means; unknown names too, so that invented hosts cost one query each. */
export function cachedForHost<T>(hostname: string, read: () => Promise<T>): Promise<T> {
  const options = { tags: [hostTag(hostname)], revalidate: maxAgeSeconds };
  return unstable_cache(read, ['host', hostname], options)();
}

/** Caches a read that belongs to the platform and shows nothing of a tenant that is not public. */
export function cachedForPlatform<T>(tag: string, read: () => Promise<T>): Promise<T> {
  return unstable_cache(read, ['platform', tag], { tags: [tag], revalidate: maxAgeSeconds })();
}
