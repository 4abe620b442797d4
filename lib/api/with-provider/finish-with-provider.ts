import { completeSignIn } from '../../auth/providers/complete-sign-in';
import { finishFlow } from '../../auth/providers/finish-flow';
import type { Flow } from '../../auth/providers/flow';
import { findProvider, type IdentityProvider } from '../../auth/providers/identity-provider';
import type { ProviderProfile } from '../../auth/providers/provider-profile';
import { type IdentityAnswer, signInByIdentity } from '../../auth/providers/sign-in-by-identity';
import { readViewer } from '../../auth/read-session';
import { AppError } from '../../errors';
import { platformOrigin } from '../../tenancy/tenant-address';
import { type Here, readHere } from '../hand-over/here';
import { seeOther } from '../hand-over/see-other';
import { takeFlow } from './flow-cookie';
import { keepPending } from './pending-cookie';
import { providerFault } from './provider-fault';
import { codeWay, type ProviderFault, wayBack, wayOn } from './ways-on';

const nowhere = { to: '', next: '', userId: null };

/**
 * On the root host: the way back from a provider. Signs in whoever it is, or asks for what is missing,
 * or goes back to where they began with words of what went wrong.
 *
 * @param query - what the provider sent the browser back with; anybody may have written it.
 * @throws AppError not_found for a provider that is not set up.
 */
export async function finishWithProvider(
  id: unknown,
  query: URLSearchParams,
  requestId: string,
): Promise<Response> {
  const provider = findProvider(id);
  if (!provider) throw new AppError('not_found', 'There is no such endpoint.');
  const here = await readHere(null);
  const flow = await takeFlow(here, provider.id, query.get('state') ?? '');
  if (!flow) return seeOther(await wayBack(nowhere, 'ProviderStale', provider.id));
  const found = await finishFlow(provider, flow, query).catch((error) =>
    providerFault(error, provider),
  );
  const isFault = typeof found === 'string';
  return seeOther(
    isFault
      ? await wayBack(flow, found, provider.id)
      : await admit({ here, provider, flow, requestId }, found),
  );
}

interface Arrival {
  here: Here;
  provider: IdentityProvider;
  flow: Flow;
  requestId: string;
}

/** Gives the address to go on to. */
async function admit(
  { here, provider, flow, requestId }: Arrival,
  profile: ProviderProfile,
): Promise<string> {
  const { to, next, userId } = flow;
  const { subject, email } = profile;
  const pending = { provider: provider.id, key: provider.key, subject, email, to, next, userId };
  const ask = async () => {
    await keepPending(here, pending);
    return `${platformOrigin()}/login/connect`;
  };
  // Nothing is connected because somebody was sent here: the page asks the person.
  if (userId) return ask();
  const answer = await signInByIdentity(provider, profile, requestId);
  if (answer.kind === 'password') return ask();
  if (answer.kind !== 'person') return wayBack(flow, faultOf[answer.kind], provider.id);
  const place = { viewer: await readViewer(null), requestId, by: provider.key };
  const outcome = await completeSignIn(answer.userId, place).catch(notAllowed);
  if (outcome === 'inactive') return wayBack(flow, 'ProviderInactive', provider.id);
  return outcome.kind === 'needs-code' ? codeWay(flow, provider.id) : wayOn(flow, outcome.viewer);
}

type Refusal = Exclude<IdentityAnswer['kind'], 'person' | 'password'>;

const faultOf: Record<Refusal, ProviderFault> = {
  unverified: 'ProviderUnverified',
  elsewhere: 'ProviderElsewhere',
  inactive: 'ProviderInactive',
};

function notAllowed(error: unknown): 'inactive' {
  if (error instanceof AppError && error.code === 'not_signed_in') return 'inactive';
  throw error;
}
