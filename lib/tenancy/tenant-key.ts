const slug = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
const domain = /^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/;

/** What the edge found out about the tenant: its slug, or the whole host name of a domain. */
export type TenantKey = { kind: 'slug'; slug: string } | { kind: 'domain'; hostname: string };

/** The first segment of every internal path begins with it; no public path can. */
export const marker = '~';

/** Gives the internal path segment of a key: `~acme`, `~blog.acme.test`. */
export function tenantSegment(key: TenantKey): string {
  return marker + keyName(key);
}

/** Gives the key as people and cache tags write it: `acme`, `blog.acme.test`. */
export function keyName(key: TenantKey): string {
  return key.kind === 'slug' ? key.slug : key.hostname;
}

/**
 * Reads the `[tenant]` parameter back. This is the second lock: whatever reached the route without
 * passing through the middleware's rewrite has no marker and is nothing.
 *
 * @param segment - the route parameter, possibly percent-encoded.
 * @returns the key, or null for anything that the middleware would not have written.
 */
export function parseTenantSegment(segment: string): TenantKey | null {
  if (!segment.startsWith(marker)) return null;
  const name = segment.slice(marker.length);
  if (slug.test(name)) return { kind: 'slug', slug: name };
  if (domain.test(name)) return { kind: 'domain', hostname: name };
  return null;
}
