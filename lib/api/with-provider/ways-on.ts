import { homePath } from '../../auth/home-path';
import { nextPath } from '../../auth/next-path';
import type { Destination } from '../../auth/providers/begin-flow';
import type { ProviderId } from '../../auth/providers/identity-provider';
import type { Viewer } from '../../auth/viewer';
import { platformOrigin } from '../../tenancy/tenant-address';
import { tenantAt } from '../hand-over/tenant-at';

/** Why a provider let nobody in, as the sign-in page and the account page are told. */
export type ProviderFault =
  | 'ProviderDenied'
  | 'ProviderStale'
  | 'ProviderFailed'
  | 'ProviderDown'
  | 'ProviderBusy'
  | 'ProviderUnverified'
  | 'ProviderElsewhere'
  | 'ProviderInactive';

/**
 * Where somebody goes on to who is signed in on the root host now: to the tenant that they came from,
 * which fetches its ticket, or to a page here. Never anywhere else: the tenant is looked up again.
 */
export async function wayOn({ to, next }: Destination, viewer: Viewer): Promise<string> {
  if (to && (await tenantAt(to))) {
    return `${to}/session/start?${new URLSearchParams({ next: nextPath(next, '') })}`;
  }
  return platformOrigin() + nextPath(to ? '' : next, homePath(viewer, null));
}

/** Where somebody goes back to with words of what went wrong: where they began. */
export async function wayBack(
  { to, next, userId }: Destination,
  fault: ProviderFault,
  provider: ProviderId,
): Promise<string> {
  const root = platformOrigin();
  if (userId) return root + accountPath(fault, provider);
  const query = new URLSearchParams({ error: fault, with: provider });
  const isThere = to !== '' && (await tenantAt(to)) !== null;
  if (next && (isThere || !to)) query.set('next', nextPath(next, '/'));
  return `${isThere ? to : root}/login?${query}`;
}

/**
 * Where somebody enters the code of their second step. From there they go on as everybody does who is
 * signed in and begins with a provider: to where they came from.
 */
export function codeWay({ to, next }: Destination, provider: ProviderId): string {
  const query = new URLSearchParams({ ...(to ? { to } : {}), ...(next ? { next } : {}) });
  const on = `/session/with/${provider}?${query}`;
  return `${platformOrigin()}/login/code?${new URLSearchParams({ next: on })}`;
}

/** The account page where it tells of accounts elsewhere. */
export function accountPath(outcome: string, provider: ProviderId): string {
  return `/account?${new URLSearchParams({ connected: outcome, with: provider })}#connected-accounts`;
}
