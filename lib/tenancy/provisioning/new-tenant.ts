import { z } from 'zod';
import { InvalidInput } from '../../errors';
import { domainFault } from '../domain-fault';
import { type PasswordOwner, passwordWeakness } from '../passwords/password-weakness';
import { slugFault } from '../slug-fault';

/** The fewest characters of a password that a person or an operator chooses. */
export const leastPassword = 12;

/** What a tenant is made from, as people type it. */
export interface NewTenant {
  slug: string;
  name: string;
  ownerEmail: string;
  /** Of somebody new; without it the part of the email before the @. */
  ownerName?: string;
  /** Of somebody new; without it one is made up. */
  ownerPassword?: string;
  /** A domain of its own, which whoever creates the tenant vouches for. */
  domain?: string;
}

type Check = (value: string, given: NewTenant) => string | null;

const checks: Record<keyof NewTenant, Check> = {
  slug: slugFault,
  name: (value) => (value === '' ? 'Enter a name.' : nameFault(value)),
  ownerEmail: emailFault,
  ownerName: nameFault,
  ownerPassword: (value, { ownerEmail: email, ownerName: name, name: site }) =>
    passwordFault(value, { email, name, site }),
  domain: (value) => (value === '' ? null : domainFault(value)),
};

/**
 * Trims and checks what was typed.
 *
 * @returns the same with emails and host names in lower case; what was left empty is absent.
 * @throws InvalidInput with a text for each field that cannot stay so.
 */
export function checkNewTenant(input: NewTenant): NewTenant {
  const given: NewTenant = {
    slug: input.slug.trim().toLowerCase(),
    name: input.name.trim(),
    ownerEmail: input.ownerEmail.trim().toLowerCase(),
    ownerName: input.ownerName?.trim() || undefined,
    // Blanks belong to a password.
    ownerPassword: input.ownerPassword || undefined,
    domain: input.domain?.trim().toLowerCase().replace(/\.$/, '') || undefined,
  };
  const faults = Object.entries(checks).flatMap(([field, check]) => {
    const fault = check(given[field as keyof NewTenant] ?? '', given);
    return fault ? [[field, [fault]]] : [];
  });
  if (faults.length > 0) throw new InvalidInput(Object.fromEntries(faults));
  return given;
}

/** Says why this cannot be a person's email, or null. */
export function emailFault(value: string): string | null {
  const isEmail = value.length <= 254 && z.email().safeParse(value).success;
  return isEmail ? null : 'Enter an email address, as in ada@example.com.';
}

/**
 * Says why this cannot be a new password, or null. An empty one is made up.
 *
 * @param owner - whose it is to be, and for which site, as far as that is known.
 */
export function passwordFault(value: string, owner: PasswordOwner = {}): string | null {
  if (value === '') return null;
  if (value.length < leastPassword) return `Use at least ${leastPassword} characters.`;
  return longerThan(value, 500) ?? passwordWeakness(value, owner);
}

/** Says why this cannot be somebody's or something's name, or null. */
export function nameFault(value: string): string | null {
  return /\p{Cc}/u.test(value) ? 'Use one line of text.' : longerThan(value, 100);
}

function longerThan(value: string, most: number): string | null {
  return value.length > most ? `Use at most ${most} characters.` : null;
}
