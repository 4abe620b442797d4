import { type AppClient, appClient } from '../../db/client';
import type { NewSite } from '../../tenancy/provisioning/new-site';
import { hashPassword } from '../hash-password';
import { countAct } from './account-limits';
import type { NewAccount } from './ask-registration';
import { checkNewSite } from './check-new-site';
import { refusePassword } from './refuse-password';

/**
 * Asks for a site of one's own (S1.27). Nothing is made before the link in the mail is used: anybody
 * may type anybody's address. Known and unknown addresses are not told apart here.
 *
 * @throws InvalidInput by field for the site and the password; TooMany.
 */
export async function askSignup(
  input: NewSite,
  { name, email, password }: NewAccount,
  address: string,
  client: AppClient = appClient(),
): Promise<void> {
  const site = await checkNewSite(input, client);
  refusePassword(password, { email, name, site: site.name });
  await countAct('signup', { address, account: email }, client);
  const hash = await hashPassword(password);
  await client.query(
    (sql) => sql`
      select platform.ask_signup(${email}, ${name}, ${hash}, ${site.slug}, ${site.name})`,
  );
}
