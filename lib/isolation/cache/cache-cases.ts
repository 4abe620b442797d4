import type * as cacheTags from '../../tenancy/cache-tags';
import type { Site } from '../routes/site';

export type CacheTags = typeof cacheTags;

export interface TagCase {
  /** Whose the tag is. */
  of: 'tenant' | 'host' | 'platform';
  /** The tag as a change of this tenant announces it. */
  tag(tags: CacheTags, site: Site): string;
  /** Which of the tenant's hosts must read afresh after it; no other tenant's ever. */
  expires(site: Site): string[];
  /** The one page that it is about; otherwise all of them. */
  at?: string;
}

const allHosts = ({ hosts }: Site) => hosts;

/** Every export of lib/tenancy/cache-tags. */
export const tagCases: Record<string, TagCase> = {
  tenantTag: { of: 'tenant', tag: (tags, { id }) => tags.tenantTag(id), expires: allHosts },
  postsTag: { of: 'tenant', tag: (tags, { id }) => tags.postsTag(id), expires: allHosts },
  commentsTag: {
    of: 'tenant',
    tag: (tags, { id, post }) => tags.commentsTag(id, post),
    expires: allHosts,
    at: '/blog/hello-world',
  },
  // No page and no data is cached under it.
  rightsTag: { of: 'tenant', tag: (tags, { id }) => tags.rightsTag(id), expires: () => [] },
  hostTag: {
    of: 'host',
    tag: (tags, { slug }) => tags.hostTag(slug),
    expires: ({ hosts }) => hosts.slice(0, 1),
  },
  demoTenantsTag: { of: 'platform', tag: (tags) => tags.demoTenantsTag, expires: () => [] },
};

/** Every export of lib/cache/cached-reads, and how it is covered. */
export const cacheExports: Record<string, 'keys' | 'next' | 'a constant'> = {
  createCachedReads: 'keys',
  cachedReadKey: 'keys',
  cachedForTenant: 'next',
  cachedForHost: 'next',
  cachedForPlatform: 'next',
  maxAgeSeconds: 'a constant',
};
