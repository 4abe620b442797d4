import { type AppClient, appClient } from '../../db/client';
import { countAct } from './account-limits';

/**
 * Asks for the mail of an account that waits for its link, once more. Says nothing about whether one
 * does.
 *
 * @throws TooMany
 */
export async function askAgain(
  email: string,
  address: string,
  client: AppClient = appClient(),
): Promise<void> {
  await countAct('resend', { address, account: email }, client);
  await client.query((sql) => sql`select platform.ask_again(${email})`);
}
