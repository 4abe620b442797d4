import { type AppClient, appClient } from '../../db/client';
import { newSecret, secretHash } from '../secret';
import type { Realm } from '../session-key';

/** What a ticket is bound to. */
export interface TicketTarget {
  /** The tenant it is good at, or null for the root host. */
  realm: Realm;
  /** Scheme, host and beginning of the path it is good at. */
  address: string;
  /** Hash of the cookie that the browser has there. */
  state: string;
  /** Where the person goes from there: a path, or an address of ours. */
  next: string;
}

const ticketSeconds = 60;

/**
 * Makes a ticket that carries somebody who is signed in to another host (S4.18): from the root host
 * to a tenant's, or from a tenant's to the root host. Good once, for a minute, in one browser.
 *
 * @param sessionId - the live session of the host that makes it.
 * @returns the ticket, which stands nowhere else; null where the session is not one that can.
 */
export async function issueTicket(
  sessionId: string,
  { realm, address, state, next }: TicketTarget,
  client: AppClient = appClient(),
): Promise<string | null> {
  const ticket = newSecret();
  await client.verified();
  const [row] = await client.query(
    (sql) => sql`
      select platform.issue_ticket(${sessionId}, ${realm}, ${secretHash(ticket)}, ${state},
        ${address}, ${next}, ${ticketSeconds}::int) as made`,
  );
  return row?.made ? ticket : null;
}
