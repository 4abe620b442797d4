import { subdomainOf, type TenantResolver } from './tenant-resolver';

/**
 * A host outside the roots is a custom domain and ends the chain (S3.7). So is a name of several
 * labels under a root: only a registered row can make `a.b.example.com` mean anything (N1, N2).
 */
export const domainResolver: TenantResolver = {
  name: 'domain',
  resolve({ host }, { rootDomains }) {
    const sub = subdomainOf(host, rootDomains);
    if (sub !== null && !sub.includes('.')) return 'pass';
    return host.includes('.') ? { kind: 'domain', hostname: host } : 'stop';
  },
};
