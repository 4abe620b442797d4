import { type AppClient, appClient } from '../../db/client';
import { AppError } from '../../errors';

/**
 * Takes a connection of whoever holds this live session of the root host away.
 *
 * @throws AppError conflict for the only way that the person has in; not_found for what is not theirs.
 */
export async function disconnectIdentity(
  sessionId: string,
  identityId: string,
  requestId: string,
  client: AppClient = appClient(),
): Promise<void> {
  await client.verified();
  const [row] = await client.query(
    (sql) => sql`
      select platform.disconnect_identity(${sessionId}, ${identityId}, ${requestId}) as outcome`,
  );
  if (row?.outcome === 'last') throw new AppError('conflict', onlyWay);
  if (row?.outcome !== 'done') throw new AppError('not_found', 'This account is not connected.');
}

/** Said where it is asked for, and where the button would be. */
export const onlyWay =
  'This is the only way you sign in. Set a password, or connect another account, before you disconnect it.';
