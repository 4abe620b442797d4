import { type AppClient, appClient } from '../../db/client';
import { checkLimit } from '../attempt-limits';

const hour = 3600;
const day = 24 * hour;

/** How often something may be asked for: by one address, and about one account or person. */
const rules = {
  register: { byAddress: 20, byAccount: 5, seconds: hour },
  signup: { byAddress: 20, byAccount: 5, seconds: hour },
  reset: { byAddress: 20, byAccount: 5, seconds: hour },
  again: { byAddress: 20, byAccount: 5, seconds: hour },
  confirm: { byAddress: 60, byAccount: 10, seconds: hour },
  'change-email': { byAddress: 20, byAccount: 5, seconds: hour },
  tenants: { byAddress: 10, byAccount: 5, seconds: day },
} as const;

export type AccountAct = keyof typeof rules;

/** Who asks: from where, and about whom: an email, a person, a link. */
export interface Asker {
  address: string;
  account: string;
}

/**
 * Counts what is asked for, whoever has an account and whoever has none (S1.25).
 *
 * @throws TooMany with the seconds until it may be asked again.
 */
export async function countAct(
  act: AccountAct,
  { address, account }: Asker,
  client: AppClient = appClient(),
): Promise<void> {
  const { byAddress, byAccount, seconds } = rules[act];
  const base = { seconds };
  await checkLimit(
    { ...base, name: `${act}/address`, subject: address, points: byAddress },
    client,
  );
  await checkLimit(
    { ...base, name: `${act}/account`, subject: account, points: byAccount },
    client,
  );
}
