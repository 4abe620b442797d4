import { authorizationCodeGrant, type Configuration, fetchUserInfo } from 'openid-client';
import { z } from 'zod';
import { callbackAddress } from './callback-address';
import type { Flow } from './flow';
import { gitHubProfile } from './github-profile';
import type { IdentityProvider } from './identity-provider';
import { plainEmail } from './plain-email';
import { providerConfig } from './provider-config';
import type { ProviderProfile } from './provider-profile';

type Tokens = Awaited<ReturnType<typeof authorizationCodeGrant>>;

const claimsSchema = z.object({
  sub: z.string().regex(/^[^\p{Cc}]{1,255}$/u),
  email: z.string().max(320).catch(''),
  // Some say it as a text.
  email_verified: z.union([z.boolean(), z.literal('true').transform(() => true)]).catch(false),
  name: z.string().catch(''),
  hd: z.string().catch(''),
});

/**
 * Ends the way to a provider: spends the code, checks state, nonce, verifier, issuer, audience, times
 * and signature, and reads who it is.
 *
 * @param query - what the provider sent the browser back with.
 * @throws whatever openid-client says of an answer that is not right, and what the network says.
 */
export async function finishFlow(
  provider: IdentityProvider,
  flow: Flow,
  query: URLSearchParams,
): Promise<ProviderProfile> {
  const config = await providerConfig(provider);
  // Our own address, whatever the request called its host: the provider compares the two.
  const address = new URL(callbackAddress(provider.id));
  address.search = query.toString();
  const isOpenId = provider.id !== 'github';
  const tokens = await authorizationCodeGrant(config, address, {
    expectedState: flow.state,
    pkceCodeVerifier: flow.verifier,
    ...(isOpenId ? { expectedNonce: flow.nonce, idTokenExpected: true } : {}),
  });
  return isOpenId ? openIdProfile(config, tokens) : gitHubProfile(tokens.access_token);
}

async function openIdProfile(config: Configuration, tokens: Tokens): Promise<ProviderProfile> {
  const own = tokens.claims();
  if (!own) throw new Error('no ID token came');
  // The email may be in the other answer alone; openid-client sees that both are of one person.
  const asks = !own.email && Boolean(config.serverMetadata().userinfo_endpoint);
  const more = asks ? await fetchUserInfo(config, tokens.access_token, own.sub) : {};
  const claims = claimsSchema.parse({ ...more, ...own });
  return {
    subject: claims.sub,
    email: plainEmail(claims.email),
    isVerified: claims.email_verified,
    name: claims.name,
    hostedDomain: claims.hd,
  };
}
