import { domainToASCII, domainToUnicode } from 'node:url';
import { getPublicSuffix } from 'tldts';
import { parseHost } from '../tenancy/host';
import { rootDomains } from '../tenancy/tenant-address';
import { challengeLabel } from './domain-records';

/** A name as the DNS has it, or what is wrong with what was typed. */
export type ReadDomain =
  | { hostname: string; fault?: undefined }
  | { hostname?: undefined; fault: string };

/** Names that no public DNS may ever have (RFC 6761, RFC 7686). */
const reserved = ['localhost', 'invalid', 'example', 'local', 'onion', 'arpa', 'home.arpa'];
/** The TXT record's name stands in front of it, and 253 characters are all the DNS has room for. */
const longest = 253 - challengeLabel.length - 1;

/**
 * Reads a name that somebody typed as a domain of their own (S3.24, S3.31): capital letters, a dot at
 * the end and letters beyond ASCII are fine; it is kept in ASCII.
 *
 * @returns the host name, or the fault in words: no domain name, an address, a wildcard, a public
 *   suffix, a reserved name, one under the platform's own.
 */
export function readDomainName(text: string): ReadDomain {
  const typed = text.trim().replace(/\.$/, '');
  if (typed === '') return { fault: 'Enter the domain, as in blog.example.com.' };
  if (typed.includes('*')) {
    return { fault: 'A wildcard cannot be connected. Add each name by itself.' };
  }
  if (isAddress(typed)) return { fault: 'This is an address of a machine. Enter a domain name.' };
  if (/[\s/\\:@?#%]/.test(typed)) {
    return {
      fault: 'Enter the domain alone, without scheme, port or path, as in blog.example.com.',
    };
  }
  const ascii = domainToASCII(typed);
  const hostname = parseHost(ascii);
  if (!hostname || hostname !== ascii) return { fault: faultOfForm(ascii) };
  if (!hostname.includes('.')) return { fault: 'Enter the whole domain, as in blog.example.com.' };
  if (hostname.length > longest) {
    return {
      fault: `A domain has at most ${longest} characters here, to leave room for its record.`,
    };
  }
  const fault = faultOfOwner(hostname);
  return fault ? { fault } : { hostname };
}

/** The name as people write it: `xn--mnchen-3ya.de` is münchen.de. */
export function shownDomain(hostname: string): string {
  return domainToUnicode(hostname) || hostname;
}

function isAddress(typed: string): boolean {
  // 127.1 and 0x7f.1 are addresses too, which domainToASCII writes out.
  return typed.startsWith('[') || /^[\da-f:]*:[\da-f:]*:/i.test(typed) || isIpv4(typed);
}

function isIpv4(typed: string): boolean {
  return /^\d+(\.\d+){3}$/.test(domainToASCII(typed));
}

function faultOfForm(ascii: string): string {
  if (ascii === '') return 'This is no domain name. Look at its letters again.';
  if (ascii.length > 253) return 'A domain has at most 253 characters.';
  if (ascii.split('.').some((label) => label.length > 63)) {
    return 'Each part between the dots has at most 63 characters.';
  }
  if (ascii.split('.').includes('')) return 'There is nothing between two of the dots.';
  return 'Letters, digits and hyphens only, and no hyphen at either end of a part.';
}

function faultOfOwner(hostname: string): string | null {
  const root = rootDomains().find((one) => hostname === one || hostname.endsWith(`.${one}`));
  if (root) return `Names under ${root} belong to this platform.`;
  const special = reserved.find((one) => hostname === one || hostname.endsWith(`.${one}`));
  if (special) return `Names under ${special} exist on no public server.`;
  if (getPublicSuffix(hostname, { allowPrivateDomains: true }) === hostname) {
    return `Everybody’s names end in ${shownDomain(hostname)}. Enter one of your own.`;
  }
  return null;
}
