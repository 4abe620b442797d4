import { type AppClient, appClient } from '../../db/client';
import { secretHash } from '../secret';
import type { Realm } from '../session-key';

/** Where a ticket is shown, and by whom. */
export interface TicketPlace {
  realm: Realm;
  /** Scheme, host and beginning of the path of the host at hand. */
  address: string;
  /** The cookie that the browser got here before it went for the ticket. */
  state: string;
  /** The live session that the browser has here, which the new one replaces. */
  replaced: string | null;
  userAgent: string;
  /** Of the client. */
  clientAddress: string;
  requestId: string;
}

/** The session that a ticket gave. */
export interface Redeemed {
  sessionId: string;
  userId: string;
  /** How long it lives. */
  seconds: number;
  /** Whether its cookie outlives the browser. */
  isKept: boolean;
  next: string;
}

/**
 * Spends a ticket for a session of the host at hand. One that is shown where it is not good is spent
 * all the same: it is in the wrong hands.
 *
 * @returns null for a ticket that is unknown, used, too old, of another host, browser or person.
 */
export async function redeemTicket(
  ticket: string,
  place: TicketPlace,
  client: AppClient = appClient(),
): Promise<Redeemed | null> {
  const { realm, address, state, replaced, userAgent, requestId } = place;
  await client.verified();
  const [row] = await client.query(
    (sql) => sql`
      select * from platform.redeem_ticket(${secretHash(ticket)}, ${realm}, ${secretHash(state)},
        ${address}, ${replaced}, ${userAgent}, ${place.clientAddress}, ${requestId})`,
  );
  if (!row) return null;
  const { session_id: sessionId, user_id: userId, seconds, is_kept: isKept, next } = row;
  return { sessionId, userId, seconds, isKept, next };
}
