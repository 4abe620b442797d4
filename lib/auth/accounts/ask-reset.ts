import { type AppClient, appClient } from '../../db/client';
import type { Realm } from '../session-key';
import { countAct } from './account-limits';

/**
 * Asks for the mail with which a forgotten password is replaced (S1.28). Nobody is looked up here:
 * whether there is such an account, only its mailbox learns.
 *
 * @param realm - the host's, to which the link will lead.
 * @throws TooMany after 5 for the account or 20 from the address within an hour.
 */
export async function askReset(
  email: string,
  { realm, address }: { realm: Realm; address: string },
  client: AppClient = appClient(),
): Promise<void> {
  await countAct('reset', { address, account: email, tenantId: realm }, client);
  await client.query((sql) => sql`select platform.ask_reset(${email}, ${realm})`);
}
