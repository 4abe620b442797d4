import { type AppClient, appClient } from '../../db/client';
import type { Pending } from './flow';

/** `same`: it was already. `taken`: it is somebody else's. `ended`: the session has. */
export type Connected = 'connected' | 'same' | 'taken' | 'ended';

/** Connects an account elsewhere with whoever holds this live session of the root host. */
export async function connectIdentity(
  sessionId: string,
  { key, subject, email }: Pick<Pending, 'key' | 'subject' | 'email'>,
  requestId: string,
  client: AppClient = appClient(),
): Promise<Connected> {
  await client.verified();
  const [row] = await client.query(
    (sql) => sql`
      select platform.connect_identity(${sessionId}, ${key}, ${subject}, ${email}, ${requestId})
        as outcome`,
  );
  return row?.outcome ?? 'ended';
}
