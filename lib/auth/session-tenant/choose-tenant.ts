import { cookies, headers } from 'next/headers';
import { type AppClient, appClient } from '../../db/client';
import { edgeEnv } from '../../env-edge';
import { ownTenantClaim } from '../../tenancy/resolvers/session-resolver';
import { clientAddress } from '../client-address';
import { setSessionCookie } from '../set-session-cookie';

/** Whose choice it is: the root host's live session. */
export interface Chooser {
  sub: string;
  sid: string;
}

/** What is chosen. */
export interface Choice {
  /** Null for none: the root host is the platform's again. */
  tenantId: string | null;
  /** Whether it was chosen now, or is where the person begins. */
  claim: 'chosen' | 'own';
}

/**
 * Makes the root host a tenant's for this browser (S2.18): its cookie names the tenant for the edge,
 * and the session there is opened with it, so that nobody signs in twice on one host.
 *
 * @returns the id of the session at the tenant, or null where none was opened; false for a tenant
 *   that the person does not belong to or that does not serve, and for a session that has ended.
 */
export async function chooseTenant(
  { sub, sid }: Chooser,
  { tenantId, claim }: Choice,
  requestId: string,
): Promise<string | null | false> {
  const [jar, sent] = await Promise.all([cookies(), headers()]);
  const row = await choose({
    ...{ sid, tenantId, requestId },
    userAgent: sent.get('user-agent') ?? '',
    address: clientAddress(sent),
  });
  if (!row) return false;
  const { session_id: opened, seconds, is_kept: keep } = row;
  const name = claim === 'own' ? ownTenantClaim : edgeEnv().sessionKey;
  const tenant = tenantId ? { [name]: tenantId } : undefined;
  const cookie = { headers: sent, keep, seconds };
  await setSessionCookie(jar, { ...cookie, realm: null, claims: { sub, sid }, tenant });
  if (!tenantId || !opened) return null;
  await setSessionCookie(jar, { ...cookie, realm: tenantId, claims: { sub, sid: opened } });
  return opened;
}

interface Asked {
  sid: string;
  tenantId: string | null;
  userAgent: string;
  address: string;
  requestId: string;
}

async function choose(
  { sid, tenantId, userAgent, address, requestId }: Asked,
  client: AppClient = appClient(),
) {
  await client.verified();
  const [row] = await client.query(
    (sql) => sql`
      select * from platform.choose_tenant(${sid}, ${tenantId}, ${userAgent}, ${address}, ${requestId})`,
  );
  return row;
}
