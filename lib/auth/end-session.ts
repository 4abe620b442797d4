import { type AppClient, appClient } from '../db/client';

/** Ends a session at once, wherever copies of its cookie are, and records it. */
export async function endSession(
  sessionId: string,
  requestId: string,
  client: AppClient = appClient(),
): Promise<void> {
  await client.verified();
  await client.query((sql) => sql`select platform.end_session(${sessionId}, ${requestId})`);
}

/**
 * Signs a browser out: ends the session and all others that it came in with, on every host.
 *
 * @returns how many ended.
 */
export async function endBrowser(
  sessionId: string,
  requestId: string,
  client: AppClient = appClient(),
): Promise<number> {
  await client.verified();
  const [row] = await client.query(
    (sql) => sql`select platform.end_browser(${sessionId}, ${requestId}) as ended`,
  );
  return row?.ended ?? 0;
}

/**
 * Ends other browsers and programs of the same person.
 *
 * @param sessionId - the live session that asks.
 * @param target - the browser or program to end, as listOwnSessions names it; null ends all
 *   but the asking one.
 * @returns how many sessions ended; none when the target is somebody else's.
 */
export async function endOtherSessions(
  sessionId: string,
  target: string | null,
  requestId: string,
  client: AppClient = appClient(),
): Promise<number> {
  await client.verified();
  const [row] = await client.query(
    (sql) => sql`
      select platform.end_other_sessions(${sessionId}, ${target}, ${requestId}) as ended`,
  );
  return row?.ended ?? 0;
}
