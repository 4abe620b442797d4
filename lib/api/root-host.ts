import { rootHosts } from '../tenancy/tenant-address';

/** The main root domain with its port, as addresses of sites end. */
export function rootHost(): string {
  return rootHosts()[0] ?? 'localhost';
}
