import type { AppClient } from '../db/client';
import { accountAt, giveBack, type LimitName, take } from './abuse-limits';
import type { Attempt } from './verify-credentials';

/** What was counted for one attempt, to be given back when it succeeds. */
export interface CountedSignIn {
  taken: [LimitName, string][];
  /** The account's own limit of which this was the last attempt. */
  usedUp: LimitName | null;
}

const ofAccount: LimitName[] = ['sign-in/account', 'sign-in/account-anywhere'];

/**
 * Counts a sign-in before its password is looked at.
 *
 * @throws TooMany when one of the limits has none left; the later ones are then not touched, so that
 *   hammering one account cannot close the tenant to everybody.
 */
export async function countSignIn(
  account: string,
  { realm, address, device }: Attempt,
  client: AppClient,
): Promise<CountedSignIn> {
  if (device) {
    const one: [LimitName, string] = ['sign-in/device', `${account} ${device}`];
    await take(...one, client);
    return { taken: [one], usedUp: null };
  }
  const taken: [LimitName, string][] = [
    ['sign-in/address', address],
    ['sign-in/account', accountAt(realm, account)],
    ['sign-in/account-anywhere', account],
  ];
  if (realm) taken.push(['sign-in/tenant', realm]);
  let usedUp: LimitName | null = null;
  for (const [name, subject] of taken) {
    const left = await take(name, subject, client);
    if (left === 0 && ofAccount.includes(name)) usedUp = name;
  }
  return { taken, usedUp };
}

/** A success: the account's failures were the person's own, and this attempt was none. */
export async function forgiveSignIn({ taken }: CountedSignIn, client: AppClient): Promise<void> {
  await Promise.all(
    taken.map(([name, subject]) => {
      const isShared = name === 'sign-in/address' || name === 'sign-in/tenant';
      return giveBack(name, subject, isShared ? 1 : 'all', client);
    }),
  );
}
