import { parseHost } from './host';
import { rootDomains } from './tenant-address';

/** Says why a name cannot be a tenant's own domain, or null (S3.31). */
export function domainFault(hostname: string): string | null {
  if (parseHost(hostname) !== hostname || !hostname.includes('.')) {
    return 'Enter a domain without scheme, port or path, as in blog.example.com.';
  }
  // A name of one label under a root is a slug; it would never be looked up as a domain.
  const root = rootDomains().find((one) => hostname === one || isLabelUnder(hostname, one));
  return root ? `Names under ${root} are given by the address, not as a domain.` : null;
}

function isLabelUnder(hostname: string, root: string): boolean {
  return hostname.endsWith(`.${root}`) && !hostname.slice(0, -root.length - 1).includes('.');
}
