import { env } from '../env';
import { platformSegments } from './platform-segments';

const slug = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
// What people take for the platform's own, whatever the configuration says.
const kept = ['admin', 'api', 'login', 'mail', 'status', 'www'];

/**
 * Says why a tenant cannot have a slug, or null. The slug becomes a host name, so it is one label of
 * DNS, and none that the platform answers to itself (S2.10), as a name before the root domain or as
 * the beginning of a path (S2.14).
 */
export function slugFault(value: string): string | null {
  if (value === '') return 'Enter a short name for the address.';
  if (!slug.test(value)) {
    return 'Use small letters, digits and hyphens, up to 63, with no hyphen at either end.';
  }
  // Such a label says it is a name in another script, and is shown as one.
  if (/^..--/.test(value)) return 'Two hyphens cannot stand in third and fourth place.';
  return reservedSlugs().includes(value) ? `“${value}” is kept for the platform.` : null;
}

function reservedSlugs(): string[] {
  const segments = platformSegments.filter((segment) => slug.test(segment));
  const { TENANT_SUBDOMAIN_EXCLUDE, TENANT_PATH_EXCLUDE } = env();
  const excluded = `${TENANT_SUBDOMAIN_EXCLUDE},${TENANT_PATH_EXCLUDE}`.split(',');
  const { PUBLIC_TENANT_NAME, MASTER_TENANT_NAME } = env();
  return [...kept, PUBLIC_TENANT_NAME, MASTER_TENANT_NAME, ...segments, ...excluded];
}
