import { type AppClient, appClient } from '../../db/client';
import { deadLink } from '../links/open-link';
import type { Link } from '../links/read-link';
import { checkChosenPassword } from './check-chosen-password';

/** What came of it at the tenant: `closed` and `full` leave the account without a membership. */
export type Joined = 'joined' | 'known' | 'closed' | 'full';

interface Confirmation {
  password: string;
  address: string;
  requestId: string;
}

/**
 * Uses the link of a registration: the account begins, as a member of the tenant while that is open
 * to everybody.
 *
 * @param link - an open one.
 * @throws InvalidInput for another password than the one that was chosen; AppError; TooMany.
 */
export async function confirmRegistration(
  link: Link,
  { password, address, requestId }: Confirmation,
  client: AppClient = appClient(),
): Promise<Joined> {
  await checkChosenPassword(link, { password, address }, client);
  const [row] = await client.query(
    (sql) => sql`select platform.confirm_registration(${link.id}, ${requestId}) as joined`,
  );
  if (!row?.joined) throw deadLink();
  return row.joined;
}
