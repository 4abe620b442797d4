import { type AppClient, appClient } from '../../db/client';
import type { LinkPurpose } from './link-token';

/** A mailed link, as its row says. */
export interface Link {
  id: string;
  /** Invitations are rows of their tenant, and not among these. */
  purpose: Exclude<LinkPurpose, 'invite'>;
  /** Whom it was mailed to. */
  email: string;
  /** On whose host it was asked for; null on the root host. */
  tenantId: string | null;
  /** What the person typed. */
  payload: { name?: string; slug?: string; site?: string; from?: string; to?: string };
  state: 'open' | 'used' | 'expired' | 'void';
  /** Whether somebody has an account with this email. */
  account: 'none' | 'active' | 'inactive';
  /** Of who has that account, or whose account it is about. */
  personName: string | null;
}

/**
 * Reads a link. Whoever has its id has its mail: call it with what readLinkToken gave, or in the job
 * that writes the mail.
 *
 * @returns null for one that was never made, or was cleared away.
 */
export async function readLink(id: string, client: AppClient = appClient()): Promise<Link | null> {
  await client.verified();
  const [row] = await client.query((sql) => sql`select * from platform.read_link(${id})`);
  if (!row) return null;
  return {
    id,
    purpose: row.purpose,
    email: row.email,
    tenantId: row.tenant_id,
    payload: row.payload,
    state: row.state,
    account: row.account,
    personName: row.person_name,
  };
}
