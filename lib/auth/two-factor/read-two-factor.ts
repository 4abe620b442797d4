import { type AppClient, appClient } from '../../db/client';

/** What somebody's own account page shows of their second factor. */
export interface OwnTwoFactor {
  /** Since when codes are asked for; null where they are not. */
  since: Date | null;
  codesLeft: number;
  /** Sealed; while it waits for its first code. */
  pendingSecret: string | null;
}

const none: OwnTwoFactor = { since: null, codesLeft: 0, pendingSecret: null };

/** @param sessionId - a live session of the root host; any other has nothing to see. */
export async function readTwoFactor(
  sessionId: string,
  client: AppClient = appClient(),
): Promise<OwnTwoFactor> {
  const [row] = await client.query(
    (sql) => sql`select * from platform.own_two_factor(${sessionId})`,
  );
  if (!row) return none;
  const { confirmed_at: since, codes_left: codesLeft, pending_secret: pendingSecret } = row;
  return { since, codesLeft, pendingSecret };
}
