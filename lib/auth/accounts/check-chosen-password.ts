import { type AppClient, appClient } from '../../db/client';
import { InvalidInput } from '../../errors';
import { deadLink } from '../links/open-link';
import type { Link } from '../links/read-link';
import { passwordMatches } from '../password-matches';
import { countAct } from './account-limits';

/**
 * Asks whoever opened the link of a new account for the password that was chosen with it. Without
 * it, somebody could register a stranger's address with a password of their own, wait for the
 * stranger to press the button, and share the account from then on.
 *
 * Nothing is asked where the account exists: its own password stays as it is.
 *
 * @throws InvalidInput, TooMany.
 */
export async function checkChosenPassword(
  link: Link,
  { password, address }: { password: string; address: string },
  client: AppClient = appClient(),
): Promise<void> {
  if (link.account !== 'none') return;
  await countAct('confirm', { address, account: link.id }, client);
  const [row] = await client.query(
    (sql) => sql`select platform.find_link_hash(${link.id}) as hash`,
  );
  if (!row?.hash) throw deadLink();
  if (await passwordMatches(row.hash, password)) return;
  throw new InvalidInput({
    password: ['This is not the password you chose. If you have forgotten it, begin again.'],
  });
}
