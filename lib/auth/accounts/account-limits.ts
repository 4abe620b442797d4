import { type AppClient, appClient } from '../../db/client';
import { take } from '../abuse-limits';

/** What people do about accounts before anybody knows them, or about their own. */
export type AccountAct =
  | 'register'
  | 'signup'
  | 'found'
  | 'reset'
  | 'resend'
  | 'confirm'
  | 'change-email';

/** Who asks: from where, and about whom: an email, a person, a link. */
export interface Asker {
  address: string;
  account: string;
  /** At a tenant that is counted as a whole, too. */
  tenantId?: string | null;
}

/** What is counted for the tenant as a whole. */
const ofTenants: readonly AccountAct[] = ['register', 'reset'];

/**
 * Counts what is asked for, whoever has an account and whoever has none (S1.25).
 *
 * @throws TooMany with the seconds until it may be asked again.
 */
export async function countAct(
  act: AccountAct,
  { address, account, tenantId }: Asker,
  client: AppClient = appClient(),
): Promise<void> {
  await take(`${act}/address`, address, client);
  await take(`${act}/account`, account, client);
  // Last: what the others refuse must not be counted against everybody.
  if (tenantId && isOfTenants(act)) await take(`${act}/tenant`, tenantId, client);
}

function isOfTenants(act: AccountAct): act is 'register' | 'reset' {
  return ofTenants.includes(act);
}
