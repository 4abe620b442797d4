import { type AppClient, appClient } from '../../db/client';
import { AppError } from '../../errors';
import { hashPassword } from '../hash-password';
import { countAct } from './account-limits';
import { refusePassword } from './refuse-password';

export interface NewAccount {
  name: string;
  email: string;
  password: string;
}

/**
 * Asks for an account at a tenant that is open to everybody. What follows is in the mail: a link for
 * a new address, a hint for a known one. Nothing here depends on which of the two it is.
 *
 * @throws InvalidInput for the password; AppError forbidden where the tenant is not open; TooMany.
 */
export async function askRegistration(
  { name, email, password }: NewAccount,
  { tenantId, address }: { tenantId: string; address: string },
  client: AppClient = appClient(),
): Promise<void> {
  refusePassword(password, { email, name });
  await countAct('register', { address, account: email, tenantId }, client);
  const hash = await hashPassword(password);
  const [row] = await client.query(
    (sql) => sql`
      select platform.ask_registration(${tenantId}, ${email}, ${name}, ${hash}) as asked`,
  );
  if (!row?.asked) throw new AppError('forbidden', 'Nobody can register here at the moment.');
}
