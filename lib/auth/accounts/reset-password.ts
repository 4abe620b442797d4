import { type AppClient, appClient } from '../../db/client';
import { hashPassword } from '../hash-password';
import { deadLink } from '../links/open-link';
import type { Link } from '../links/read-link';
import { refusePassword } from './refuse-password';

/**
 * Sets a new password by a mailed link, which proves the email too. Ends every session and every
 * token of the person, and tells them by mail.
 *
 * @param link - an open one.
 * @throws InvalidInput for the password; AppError not_found when it cannot be used any more.
 */
export async function resetPassword(
  link: Link,
  { password, requestId }: { password: string; requestId: string },
  client: AppClient = appClient(),
): Promise<void> {
  refusePassword(password, { email: link.email, name: link.personName ?? undefined });
  const hash = await hashPassword(password);
  const [row] = await client.query(
    (sql) => sql`select platform.reset_password(${link.id}, ${hash}, ${requestId}) as done`,
  );
  if (!row?.done) throw deadLink();
}
