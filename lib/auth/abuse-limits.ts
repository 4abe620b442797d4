import { type AppClient, appClient } from '../db/client';
import { TooMany } from '../errors';
import { checkLimit, forgiveLimit, type Limit } from './attempt-limits';
import { type Realm, realmName } from './session-key';

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

/** What may be tried how often, and within how many seconds. */
export const abuseLimits = {
  'sign-in/account': { points: 10, seconds: 15 * minute },
  // Nobody multiplies their guesses by going from one tenant's host to the next.
  'sign-in/account-anywhere': { points: 30, seconds: 15 * minute },
  'sign-in/address': { points: 100, seconds: 15 * minute },
  'sign-in/tenant': { points: 1000, seconds: 15 * minute },
  // In a browser that the person has signed in with before: failures elsewhere do not keep it out.
  'sign-in/device': { points: 10, seconds: 15 * minute },
  'code/sign-in': { points: 5, seconds: 10 * minute },
  'code/sign-in-used': { points: 1, seconds: 10 * minute },
  'code/account': { points: 5, seconds: 15 * minute },
  'code/account-day': { points: 30, seconds: day },
  'reset/account': { points: 5, seconds: hour },
  'reset/address': { points: 20, seconds: hour },
  'reset/tenant': { points: 200, seconds: hour },
  'register/account': { points: 5, seconds: hour },
  'register/address': { points: 20, seconds: hour },
  'register/tenant': { points: 200, seconds: hour },
  'signup/account': { points: 5, seconds: hour },
  'signup/address': { points: 20, seconds: hour },
  'found/account': { points: 5, seconds: day },
  'found/address': { points: 10, seconds: day },
  'confirm/account': { points: 10, seconds: hour },
  'confirm/address': { points: 60, seconds: hour },
  'change-email/account': { points: 5, seconds: hour },
  'change-email/address': { points: 20, seconds: hour },
  // A copy of a cookie would make an answer of a provider good twice.
  'provider/state': { points: 1, seconds: 11 * minute },
  'provider/address': { points: 100, seconds: 10 * minute },
  'hand-over/person': { points: 5, seconds: hour },
  'account/export': { points: 5, seconds: day },
  'ticket/account': { points: 60, seconds: minute },
  'ticket/address': { points: 120, seconds: minute },
  'ticket/tenant': { points: 1000, seconds: minute },
  'resend/account': { points: 5, seconds: hour },
  'resend/address': { points: 20, seconds: hour },
} as const satisfies Record<string, Omit<Limit, 'name' | 'subject'>>;

export type LimitName = keyof typeof abuseLimits;

/**
 * Counts one attempt before it is made (S1.25). Who is counted must be known whether or not there is
 * such an account, as the email that was typed: then the answer tells nobody that there is one.
 *
 * @param subject - an email, an id, an address, or for one account at one place {@link accountAt}.
 * @returns how many are left.
 * @throws TooMany with the seconds to wait; doors make a 429 with Retry-After of it, pages words.
 */
export function take(name: LimitName, subject: string, client?: AppClient): Promise<number> {
  return checkLimit(limitOf(name, subject), client ?? appClient());
}

/** Takes attempts back that were none: one, or all of them after a success. */
export function giveBack(
  name: LimitName,
  subject: string,
  points: number | 'all',
  client?: AppClient,
): Promise<void> {
  return forgiveLimit(limitOf(name, subject), points, client ?? appClient());
}

/** One account in one realm, as a limit counts it. */
export function accountAt(realm: Realm, email: string): string {
  return `${realmName(realm)} ${email}`;
}

function limitOf(name: LimitName, subject: string): Limit {
  return { ...abuseLimits[name], name, subject };
}

/** Tells whether something may be done once more: false where there were too many. */
export async function unlessTooMany(taken: () => Promise<unknown>): Promise<boolean> {
  try {
    await taken();
    return true;
  } catch (error) {
    if (error instanceof TooMany) return false;
    throw error;
  }
}
