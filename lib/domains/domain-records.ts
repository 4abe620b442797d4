import { getDomain } from 'tldts';
import { env } from '../env';
import { rootDomains, subdomainHostname } from '../tenancy/tenant-address';

/** Stands before a domain in the name of its TXT record. */
export const challengeLabel = '_tenantry-challenge';

/** A DNS record that somebody has to make. */
export interface DomainRecord {
  type: 'TXT' | 'CNAME' | 'ALIAS' | 'A' | 'AAAA';
  name: string;
  value: string;
}

/** What a domain has to point to: host names, and addresses. */
export interface DomainTargets {
  hosts: string[];
  addresses: string[];
}

/** The name of the TXT record that proves a domain. */
export function challengeName(hostname: string): string {
  return `${challengeLabel}.${hostname}`;
}

/** What it says. */
export function proofOf(token: string): string {
  return `tenantry-verify=${token}`;
}

/** DOMAIN_TARGET, by kind. Without it everything points to the main root domain. */
export function domainTargets(): DomainTargets {
  const given = (env().DOMAIN_TARGET ?? '').split(',').filter((one) => one !== '');
  const addresses = given.filter((one) => /^[\d.]+$|:/.test(one));
  return { hosts: given.filter((one) => !addresses.includes(one)), addresses };
}

/** The records of a domain, as its owner has to make them: first the proof, then where it points. */
export function recordsOf(hostname: string, token: string, slug: string): DomainRecord[] {
  const { hosts, addresses } = domainTargets();
  const proof = { type: 'TXT', name: challengeName(hostname), value: proofOf(token) } as const;
  const isApex = getDomain(hostname, { allowPrivateDomains: true }) === hostname;
  if (addresses.length > 0 && (isApex || hosts.length === 0)) {
    return [proof, ...addresses.map((value) => addressRecord(hostname, value))];
  }
  const ownHost = addresses.length > 0 ? undefined : subdomainHostname(slug);
  const value = hosts[0] ?? (isApex ? rootDomains()[0] : ownHost) ?? '';
  // A CNAME stands alone at its name, and an apex has other records.
  return [proof, { type: isApex ? 'ALIAS' : 'CNAME', name: hostname, value }];
}

function addressRecord(name: string, value: string): DomainRecord {
  return { type: value.includes(':') ? 'AAAA' : 'A', name, value };
}
