import { isSlug, isTenantId, type TenantKey } from '../tenant-key';

/**
 * Reads the name of a tenant that came in a header, a claim or from a function: a slug or an id.
 *
 * @returns the key, or null for what can be neither. Whether such a tenant lives, the door finds out.
 */
export function namedTenant(name: unknown): TenantKey | null {
  if (typeof name !== 'string') return null;
  const value = name.trim().toLowerCase();
  if (isTenantId(value)) return { kind: 'id', id: value };
  return isSlug(value) ? { kind: 'slug', slug: value } : null;
}
