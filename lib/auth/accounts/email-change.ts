import { type AppClient, appClient } from '../../db/client';
import { InvalidInput } from '../../errors';
import { deadLink } from '../links/open-link';
import type { Link } from '../links/read-link';
import { sessionEnded } from '../session-ended';
import type { Viewer } from '../viewer';
import { countAct } from './account-limits';

/** A change of email that waits for the two addresses. */
export interface EmailChange {
  /** The new one. */
  email: string;
  oldSaidYes: boolean;
  newSaidYes: boolean;
}

/**
 * Asks both addresses whether the account may move from one to the other. Whether the new one is
 * somebody's already, only its mailbox learns.
 *
 * @throws InvalidInput for the address it has; TooMany.
 */
export async function askEmailChange(
  viewer: Viewer,
  email: string,
  address: string,
  client: AppClient = appClient(),
): Promise<void> {
  if (email === viewer.email) throw new InvalidInput({ email: ['This is your email already.'] });
  await countAct('change-email', { address, account: viewer.userId }, client);
  const [row] = await client.query(
    (sql) => sql`select platform.ask_email_change(${viewer.sessionId}, ${email}) as asked`,
  );
  if (!row?.asked) throw sessionEnded();
}

/** The change that waits, of whoever holds the session. */
export async function findEmailChange(
  sessionId: string,
  client: AppClient = appClient(),
): Promise<EmailChange | null> {
  await client.verified();
  const [row] = await client.query(
    (sql) => sql`select * from platform.find_email_change(${sessionId})`,
  );
  if (!row) return null;
  return { email: row.email, oldSaidYes: row.old_said_yes, newSaidYes: row.new_said_yes };
}

/** Gives it up. */
export async function stopEmailChange(
  sessionId: string,
  client: AppClient = appClient(),
): Promise<void> {
  await client.verified();
  await client.query((sql) => sql`select platform.stop_email_change(${sessionId})`);
}

/**
 * What one of the two addresses answers.
 *
 * @param link - an open one.
 * @returns `waiting` until the other one has answered too.
 * @throws AppError not_found when it cannot be used any more.
 */
export async function answerEmailChange(
  link: Link,
  { approves, requestId }: { approves: boolean; requestId: string },
  client: AppClient = appClient(),
): Promise<'stopped' | 'waiting' | 'changed' | 'taken'> {
  const [row] = await client.query(
    (sql) => sql`
      select platform.answer_email_change(${link.id}, ${approves}, ${requestId}) as answer`,
  );
  if (!row?.answer) throw deadLink();
  return row.answer;
}
