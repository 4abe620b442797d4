import { rootDomains } from './tenant-address';
import type { TenantKey } from './tenant-key';

/**
 * Gives what a `www.` name stands for when nobody has registered it exactly.
 *
 * @returns the key and host name without `www.`, or null for any other name.
 */
export function keyWithoutWww(key: TenantKey): { key: TenantKey; hostname: string } | null {
  if (key.kind !== 'domain' || !key.hostname.startsWith('www.')) return null;
  const hostname = key.hostname.slice(4);
  for (const root of rootDomains()) {
    const slug = hostname.endsWith(`.${root}`) ? hostname.slice(0, -root.length - 1) : null;
    if (slug && !slug.includes('.')) return { key: { kind: 'slug', slug }, hostname };
  }
  return hostname.includes('.') ? { key: { kind: 'domain', hostname }, hostname } : null;
}
