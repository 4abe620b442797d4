import { rootDomains } from '../../tenancy/tenant-address';
import { domainTargets } from '../domain-records';
import { dnsFault, isNothing } from './dns-fault';
import type { DnsResolver } from './open-resolver';

/** Where a name leads, and what was seen, in words. */
export interface Pointing {
  where: 'here' | 'elsewhere' | 'nowhere' | 'unknown';
  detail: string | null;
}

const mostHops = 8;

/**
 * Finds out whether a name leads here: by a CNAME to one of the targets or to a name under a root
 * domain, or because all of its addresses are the targets' own, as ALIAS records and apexes have them.
 */
export async function lookUpPointing(resolver: DnsResolver, hostname: string): Promise<Pointing> {
  try {
    const { names, isCircle } = await followNames(resolver, hostname);
    if (isCircle) return { where: 'elsewhere', detail: 'Its CNAME records go in a circle.' };
    if (names.some(isOurs)) return { where: 'here', detail: null };
    const [found, ours] = await Promise.all([
      addressesOf(resolver, hostname),
      targetAddresses(resolver),
    ]);
    if (found.length === 0) return { where: 'nowhere', detail: null };
    const strange = found.filter((one) => !ours.has(one));
    if (strange.length === 0) return { where: 'here', detail: null };
    return { where: 'elsewhere', detail: wordsOf(names, strange, found.length) };
  } catch (error) {
    return { where: 'unknown', detail: dnsFault(error) };
  }
}

/** The names that a name stands for, in order. */
async function followNames(resolver: DnsResolver, hostname: string) {
  const names: string[] = [];
  for (let name = hostname; names.length < mostHops; ) {
    const next = await nothingIsEmpty(resolver.resolveCname(name));
    const target = next[0]?.toLowerCase().replace(/\.$/, '');
    if (!target) return { names, isCircle: false };
    if (target === hostname || names.includes(target)) return { names, isCircle: true };
    names.push(target);
    name = target;
  }
  return { names, isCircle: true };
}

function isOurs(name: string): boolean {
  const { hosts } = domainTargets();
  return [...hosts, ...rootDomains()].some((one) => name === one || name.endsWith(`.${one}`));
}

async function targetAddresses(resolver: DnsResolver): Promise<Set<string>> {
  const { hosts, addresses } = domainTargets();
  if (addresses.length > 0) return new Set(addresses.map(plain));
  const names = hosts.length > 0 ? hosts : rootDomains().slice(0, 1);
  const found = await Promise.all(names.map((name) => addressesOf(resolver, name)));
  return new Set(found.flat());
}

async function addressesOf(resolver: DnsResolver, name: string): Promise<string[]> {
  // Known without a question, on a machine of one's own.
  if (name === 'localhost') return ['127.0.0.1', '::1'];
  const found = await Promise.all([
    nothingIsEmpty(resolver.resolve4(name)),
    nothingIsEmpty(resolver.resolve6(name)),
  ]);
  return found.flat().map(plain);
}

async function nothingIsEmpty(asked: Promise<string[]>): Promise<string[]> {
  return asked.catch((error) => {
    if (isNothing(error)) return [];
    throw error;
  });
}

/** One spelling of an address: IPv6 has many. */
function plain(address: string): string {
  return address.includes(':') ? new URL(`http://[${address}]`).hostname.slice(1, -1) : address;
}

function wordsOf(names: string[], strange: string[], all: number): string {
  const last = names.at(-1);
  if (last) return `Its CNAME record leads to ${last}.`;
  const some = strange.slice(0, 3).join(', ');
  const isMixed = strange.length < all;
  return `${isMixed ? 'Some of its addresses are not ours' : 'Its address is not ours'}: ${some}.`;
}
