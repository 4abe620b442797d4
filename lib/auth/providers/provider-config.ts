import {
  allowInsecureRequests,
  ClientSecretPost,
  Configuration,
  customFetch,
  discovery,
  enableNonRepudiationChecks,
} from 'openid-client';
import type { IdentityProvider } from './identity-provider';
import { limitedFetch, providerMilliseconds } from './limited-fetch';

const freshMilliseconds = 60 * 60 * 1000;
const kept = new Map<string, { config: Promise<Configuration>; until: number }>();

/**
 * What has to be known to speak with a provider. Asked for when somebody wants to sign in with it,
 * never at start: one that is down harms nobody else. Kept for an hour; a failure is not kept.
 *
 * @throws whatever discovery does: it does not answer in time, or says nonsense.
 */
export function providerConfig(provider: IdentityProvider): Promise<Configuration> {
  const name = JSON.stringify(provider);
  const found = kept.get(name);
  if (found && found.until > Date.now()) return found.config;
  const config = configure(provider);
  kept.set(name, { config, until: Date.now() + freshMilliseconds });
  config.catch(() => kept.delete(name));
  return config;
}

async function configure(provider: IdentityProvider): Promise<Configuration> {
  const config = provider.id === 'github' ? gitHub(provider) : await discover(provider);
  // Signatures are checked although the token comes straight from the provider.
  if (provider.id !== 'github') enableNonRepudiationChecks(config);
  config[customFetch] = limitedFetch;
  config.timeout = providerMilliseconds / 1000;
  return config;
}

function discover({ issuer, clientId, clientSecret }: IdentityProvider): Promise<Configuration> {
  const server = new URL(issuer);
  return discovery(server, clientId, clientSecret, undefined, {
    [customFetch]: limitedFetch,
    timeout: providerMilliseconds / 1000,
    execute: server.protocol === 'http:' ? [allowInsecureRequests] : [],
  });
}

/** It has no discovery document. Its answers name it as issuer since it follows RFC 9207. */
function gitHub({ issuer, clientId, clientSecret }: IdentityProvider): Configuration {
  const server = {
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/access_token`,
  };
  return new Configuration(server, clientId, undefined, ClientSecretPost(clientSecret));
}
