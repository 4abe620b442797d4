import {
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client';
import { callbackAddress } from './callback-address';
import type { Flow } from './flow';
import type { IdentityProvider } from './identity-provider';
import { providerConfig } from './provider-config';

/** Where somebody is going. */
export type Destination = Pick<Flow, 'to' | 'next' | 'userId'>;

/**
 * Begins the way to a provider.
 *
 * @returns its address, and what the browser keeps until it comes back.
 * @throws whatever discovery does when the provider is away.
 */
export async function beginFlow(
  provider: IdentityProvider,
  destination: Destination,
): Promise<{ address: string; flow: Flow }> {
  const config = await providerConfig(provider);
  const secrets = {
    state: randomState(),
    nonce: randomNonce(),
    verifier: randomPKCECodeVerifier(),
  };
  const isOpenId = provider.id !== 'github';
  const address = buildAuthorizationUrl(config, {
    redirect_uri: callbackAddress(provider.id),
    scope: isOpenId ? 'openid email profile' : 'read:user user:email',
    state: secrets.state,
    code_challenge: await calculatePKCECodeChallenge(secrets.verifier),
    code_challenge_method: 'S256',
    // Who has several accounts there says which. Others may not know the word.
    ...(provider.id === 'oidc' ? {} : { prompt: 'select_account' }),
    ...(isOpenId ? { nonce: secrets.nonce } : {}),
  });
  return { address: address.href, flow: { provider: provider.id, ...secrets, ...destination } };
}
