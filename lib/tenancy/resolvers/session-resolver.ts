import { bearerClaims, cookieClaims } from './edge-claims';
import { namedTenant } from './named-tenant';
import type { ResolverConfig } from './resolver-config';
import type { Resolution, ResolverRequest, TenantResolver } from './tenant-resolver';

type SessionConfig = Pick<ResolverConfig, 'sessionKey' | 'jwtClaim' | 'authSecret' | 'port'>;

/** The claim that holds a person's own tenant, where the session has chosen none (S2.20). */
export const ownTenantClaim = 'own_tenant';

/** The root host's page on which a tenant is chosen and left: never a tenant's, whatever is chosen. */
export const choosingPath = '/session/site';

/**
 * The tenant that the session has chosen, else the one of an access token, else the person's own
 * (S2.17). Only what the edge can verify counts: the root host's cookie and tokens, by their
 * signature. Whether the session still lives, the door asks.
 */
export class SessionResolver implements TenantResolver {
  readonly name = 'session';

  constructor(private readonly config: SessionConfig) {}

  async resolve({ headers, path }: ResolverRequest): Promise<Resolution> {
    if (isChoosing(path)) return 'pass';
    const { sessionKey, jwtClaim } = this.config;
    const session = await cookieClaims(headers, this.config);
    const chosen = namedTenant(session?.[sessionKey]);
    if (chosen) return chosen;
    const token = await bearerClaims(headers, this.config);
    return namedTenant(token?.[jwtClaim]) ?? namedTenant(session?.[ownTenantClaim]) ?? 'pass';
  }
}

function isChoosing(path: string): boolean {
  return path === choosingPath || path.startsWith(`${choosingPath}/`);
}
