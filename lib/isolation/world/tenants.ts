/** A tenant of the walk, and the word that its texts contain and no other tenant's do. */
export interface WalkTenant {
  id: string;
  slug: string;
  name: string;
  word: string;
  /** Verified domains of its own. */
  domains: string[];
}

export type TenantName = 'acme' | 'globex' | 'paused' | 'quiet' | 'gone';

/**
 * The demo's two tenants, one that is suspended, one that has no rows and no place in the demo, and
 * one that is deleted. Slugs and words stand in no text of anybody else.
 */
export const walkTenants: Record<TenantName, Pick<WalkTenant, 'slug' | 'word'>> = {
  acme: { slug: 'acme', word: 'anvil' },
  globex: { slug: 'globex', word: 'turbine' },
  paused: { slug: 'vandelay', word: 'zeppelin' },
  quiet: { slug: 'initrode', word: 'pebblestone' },
  gone: { slug: 'hooli', word: 'dodobird' },
};

/** Those that the demo does not make. */
export const extraTenants = [
  { slug: 'vandelay', name: 'Vandelay Works', status: 'suspended', metadata: { demo: true } },
  { slug: 'initrode', name: 'Initrode Works', status: 'active', metadata: {} },
  { slug: 'hooli', name: 'Hooli Works', status: 'deleted', metadata: { demo: true } },
] as const;

/** Domains besides the demo's own. */
export const extraDomains = [
  { slug: 'globex', hostname: 'blog.globex.test', verified: true },
  { slug: 'vandelay', hostname: 'blog.vandelay.test', verified: true },
  { slug: 'hooli', hostname: 'blog.hooli.test', verified: true },
  // Claims that nobody has proved: the first on a name of nobody, the second on another tenant's.
  { slug: 'globex', hostname: 'claimed.globex.test', verified: false },
  { slug: 'vandelay', hostname: 'blog.acme.test', verified: false },
] as const;
