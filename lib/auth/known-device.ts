import { type AppClient, appClient } from '../db/client';
import { isStorable } from './is-storable';

/** Whether the account has signed in before where this is held, by its hash. */
export async function knowsDevice(
  email: string,
  device: string,
  client: AppClient = appClient(),
): Promise<boolean> {
  if (!isStorable(email)) return false;
  const [row] = await client.query(
    (sql) => sql`select platform.knows_device(${email}, ${device}) as knows`,
  );
  return row?.knows === true;
}

/**
 * Notes the browser of a live session. A new one beside others is told by event, and so by mail.
 *
 * @param device - the hash of what it holds.
 * @returns whether it is the `first` of the account, `new` beside others, or `known`; null for no
 *   live session.
 */
export async function noteDevice(
  sessionId: string,
  device: string,
  requestId: string,
  client: AppClient = appClient(),
): Promise<'first' | 'new' | 'known' | null> {
  const [row] = await client.query(
    (sql) => sql`select platform.remember_device(${sessionId}, ${device}, ${requestId}) as was`,
  );
  return row?.was ?? null;
}
