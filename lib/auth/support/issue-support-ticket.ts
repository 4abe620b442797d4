import { type AppClient, appClient } from '../../db/client';
import { newSecret, secretHash } from '../secret';

const ticketSeconds = 60;
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Where the ticket is good: at one tenant's address, in one browser. */
export interface SupportTicketPlace {
  tenantId: string;
  /** Scheme, host and beginning of the path. */
  address: string;
  /** Hash of the cookie that the browser has there. */
  state: string;
}

/**
 * Makes the ticket that opens an access of support at its tenant, as issueTicket does for somebody's
 * own session. Good once, for a minute.
 *
 * @param sessionId - the session on the root host in which the access began.
 * @param supportId - as an address says: anything.
 * @returns null where the access is over, at another tenant, or not this session's.
 */
export async function issueSupportTicket(
  sessionId: string,
  supportId: string,
  { tenantId, address, state }: SupportTicketPlace,
  client: AppClient = appClient(),
): Promise<string | null> {
  if (!uuid.test(supportId)) return null;
  const ticket = newSecret();
  await client.verified();
  const [row] = await client.query(
    (sql) => sql`
      select platform.issue_support_ticket(${sessionId}, ${supportId}, ${tenantId},
        ${secretHash(ticket)}, ${state}, ${address}, ${ticketSeconds}::int) as made`,
  );
  return row?.made ? ticket : null;
}
