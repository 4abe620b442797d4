import { appClient } from '../../db/client';

/**
 * To whom an event of an account is mailed. For the worker: nothing is told where a tenant is bound.
 *
 * @param eventId - of an event in the platform's log.
 * @returns null for events that are mailed to nobody, and for who is inactive by now.
 */
export async function findAccountMail(
  eventId: number,
): Promise<{ name: string; email: string } | null> {
  const [row] = await appClient().query(
    (sql) => sql`select * from platform.find_account_mail(${eventId}::bigint)`,
  );
  return row ? { name: row.name, email: row.email } : null;
}
