const slug = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
const domain = /^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/;
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const prefixSegment = /^[a-zA-Z0-9_-]{1,64}$/;

/** What names a tenant: its slug, its id, or the whole host name of a domain. */
export type TenantName =
  | { kind: 'slug'; slug: string }
  | { kind: 'domain'; hostname: string }
  | { kind: 'id'; id: string };

/**
 * What the edge found out about the tenant. `prefix` is the beginning of the path where that names
 * it (`/acme`): it is part of the key, since links of such a page begin with it. `bypass` is the id of
 * a maintenance whose link the visitor came by: they see pages that others do not, so it is part, too.
 */
export type TenantKey = TenantName & { prefix?: string; bypass?: string };

/** The first segment of every internal path begins with it; no public path can. */
export const marker = '~';

/** Gives the internal path segment of a key: `~acme`, `~blog.acme.test`, `~acme~t~acme`, `~acme!<id>`. */
export function tenantSegment(key: TenantKey): string {
  return marker + internalName(key);
}

/** The same without the marker, as the private header carries it. */
export function internalName(key: TenantKey): string {
  const bypass = key.bypass ? `!${key.bypass}` : '';
  return keyName(key) + bypass + (key.prefix ?? '').replaceAll('/', marker);
}

/** Gives the name as people and cache tags write it: `acme`, `blog.acme.test`; `_…` for an id. */
export function keyName(key: TenantName): string {
  if (key.kind === 'id') return `_${key.id}`;
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
  const [names = '', ...prefix] = segment.slice(marker.length).split(marker);
  const [name = '', bypass, ...more] = names.split('!');
  if (more.length > 0 || (bypass !== undefined && !uuid.test(bypass))) return null;
  const named = parseName(name);
  const found = named && bypass ? { ...named, bypass } : named;
  if (!found || prefix.length === 0) return found;
  // Only the path resolver has prefixes, and its last segment is the slug itself.
  const isOwn = found.kind === 'slug' && prefix.at(-1) === found.slug;
  return isOwn && prefix.every(isPrefixSegment)
    ? { ...found, prefix: `/${prefix.join('/')}` }
    : null;
}

function parseName(name: string): TenantName | null {
  if (slug.test(name)) return { kind: 'slug', slug: name };
  if (domain.test(name)) return { kind: 'domain', hostname: name };
  const id = name.startsWith('_') ? name.slice(1) : '';
  return uuid.test(id) ? { kind: 'id', id } : null;
}

/** True for what can be a slug. */
export function isSlug(value: string): boolean {
  return slug.test(value);
}

/** True for what can be a tenant's id. */
export function isTenantId(value: string): boolean {
  return uuid.test(value);
}

/** True for a segment that may stand in a path before or as a tenant's name (S2.14). */
export function isPrefixSegment(value: string): boolean {
  return prefixSegment.test(value);
}
