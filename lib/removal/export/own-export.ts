import { take } from '../../auth/abuse-limits';
import { sessionEnded } from '../../auth/session-ended';
import { type AppClient, appClient } from '../../db/client';

/** A copy of somebody's data, and how far it has come. Plain data. */
export interface OwnExport {
  id: string;
  /** ISO times. */
  createdAt: string;
  expiresAt: string;
  /** Null is the account itself. */
  places: { name: string | null; state: 'waiting' | 'ready' | 'failed' }[];
}

const keptSeconds = 2 * 86_400;

/**
 * Asks for a copy of what is known of whoever holds this live session of the root host. It is made by
 * jobs; an earlier one is gone at once.
 *
 * @param viewer - whose session it is.
 * @throws TooMany after five within a day; AppError not_signed_in when the session has ended.
 */
export async function askExport(
  { userId, sessionId }: { userId: string; sessionId: string },
  requestId: string,
  client: AppClient = appClient(),
): Promise<void> {
  await client.verified();
  await take('account/export', userId, client);
  const [row] = await client.query(
    (sql) => sql`select platform.ask_export(${sessionId}, ${keptSeconds}::int, ${requestId}) as id`,
  );
  if (!row?.id) throw sessionEnded();
}

/** The latest copy that whoever holds this session asked for, while it is kept. */
export async function readOwnExport(
  sessionId: string,
  client: AppClient = appClient(),
): Promise<OwnExport | null> {
  await client.verified();
  const [row] = await client.query(
    (sql) => sql`select platform.read_own_export(${sessionId}) as made`,
  );
  return (row?.made as OwnExport | undefined) ?? null;
}
