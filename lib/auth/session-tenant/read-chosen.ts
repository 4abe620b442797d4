import { edgeEnv } from '../../env-edge';
import { cookieClaims } from '../../tenancy/resolvers/edge-claims';
import { ownTenantClaim } from '../../tenancy/resolvers/session-resolver';

/** Id (or slug) of the tenant that the root host's cookie names in this browser; null for none. */
export async function readChosen(sent: Headers): Promise<string | null> {
  const config = edgeEnv();
  const claims = await cookieClaims(sent, config);
  const named = claims?.[config.sessionKey] ?? claims?.[ownTenantClaim];
  return typeof named === 'string' ? named : null;
}
