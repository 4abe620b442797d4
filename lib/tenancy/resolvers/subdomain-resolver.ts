import { subdomainOf, type TenantResolver } from './tenant-resolver';

/** `acme.example.com` is tenant acme (S2.9). Excluded labels such as `api` are nobody (S2.10). */
export const subdomainResolver: TenantResolver = {
  name: 'subdomain',
  resolve({ host }, { rootDomains, excludedSubdomains }) {
    const sub = subdomainOf(host, rootDomains);
    if (sub === null || sub.includes('.')) return 'pass';
    return excludedSubdomains.includes(sub) ? 'stop' : { kind: 'slug', slug: sub };
  },
};
