import { take, unlessTooMany } from '../../auth/abuse-limits';
import { clientAddress } from '../../auth/client-address';
import { nextPath } from '../../auth/next-path';
import { beginFlow, type Destination } from '../../auth/providers/begin-flow';
import { findProvider, type IdentityProvider } from '../../auth/providers/identity-provider';
import { readViewer } from '../../auth/read-session';
import { AppError } from '../../errors';
import { platformOrigin } from '../../tenancy/tenant-address';
import { readHere } from '../hand-over/here';
import { seeOther } from '../hand-over/see-other';
import { tenantAt } from '../hand-over/tenant-at';
import { loginAddress } from '../login-address';
import { keepFlow } from './flow-cookie';
import { providerFault } from './provider-fault';
import { type ProviderFault, wayBack, wayOn } from './ways-on';

/**
 * On the root host: sends the browser to a provider. Who is signed in already goes on without, so
 * that no link of another site's can put somebody else in their place.
 *
 * @param query - `to`, a tenant's address; `next`, a path there; `connect` for an account page.
 * @throws AppError not_found for a provider that is not set up; bad_input for an address that is no
 *   tenant's.
 */
export async function startWithProvider(
  id: unknown,
  query: URLSearchParams,
  headers: Headers,
): Promise<Response> {
  const provider = findProvider(id);
  if (!provider) throw new AppError('not_found', 'There is no such way to sign in.');
  const to = query.get('to') ?? '';
  if (to && !(await tenantAt(to))) {
    throw new AppError('bad_input', 'This address is not complete. Go back, and sign in again.');
  }
  // The cookies have to be where the provider sends people back to.
  const { address } = await readHere(null);
  if (address !== platformOrigin()) {
    return seeOther(`${platformOrigin()}/session/with/${provider.id}?${query}`);
  }
  const viewer = await readViewer(null);
  const next = nextPath(query.get('next'), '').slice(0, 1000);
  if (!query.has('connect')) {
    const destination = { to, next, userId: null };
    if (viewer) return seeOther(await wayOn(destination, viewer));
    return leave(provider, destination, headers);
  }
  if (!viewer) return seeOther(platformOrigin() + loginAddress('/account'));
  return leave(provider, { to: '', next: '', userId: viewer.userId }, headers);
}

async function leave(
  provider: IdentityProvider,
  destination: Destination,
  headers: Headers,
): Promise<Response> {
  const back = async (fault: ProviderFault) =>
    seeOther(await wayBack(destination, fault, provider.id));
  const mayLeave = await unlessTooMany(() => take('provider/address', clientAddress(headers)));
  if (!mayLeave) return back('ProviderBusy');
  const begun = await beginFlow(provider, destination).catch((error) =>
    providerFault(error, provider),
  );
  if (typeof begun === 'string') return back(begun);
  await keepFlow(await readHere(null), begun.flow);
  return seeOther(begun.address);
}
