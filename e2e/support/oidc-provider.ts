import { createServer } from 'node:http';
import { exportJWK, generateKeyPair } from 'jose';
import Provider from 'oidc-provider';
import { freePort } from './free-port';

/** A real OpenID provider on this machine, with sign-in pages of its own. */
export interface OidcProvider {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** What it says of whoever signs in there with this name; the name is also their number. */
  people: Map<string, { email: string; email_verified: boolean; name: string }>;
  /** It goes away, and comes back at the same place. */
  stop(): Promise<void>;
  start(): Promise<void>;
}

/**
 * Makes one, not yet started.
 *
 * @param callback - the one address that it sends people back to.
 */
export async function makeOidcProvider(callback: string): Promise<OidcProvider> {
  const port = await freePort();
  const client = { clientId: 'tenantry', clientSecret: 'a-secret-of-the-test-0123456789abcdef' };
  const people: OidcProvider['people'] = new Map();
  const issuer = `http://127.0.0.1:${port}`;
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: client.clientId,
        client_secret: client.clientSecret,
        redirect_uris: [callback],
        token_endpoint_auth_method: 'client_secret_post',
      },
    ],
    jwks: { keys: [{ ...(await exportJWK(privateKey)), alg: 'RS256', use: 'sig' }] },
    ttl: { AccessToken: 60, Grant: 600, IdToken: 60, Interaction: 600, Session: 600 },
    cookies: { keys: ['a key of the test'] },
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    findAccount: (_ctx, sub) => ({
      accountId: sub,
      claims: async () => ({ sub, ...people.get(sub) }),
    }),
  });
  const server = createServer(provider.callback());
  return {
    ...{ issuer, ...client, people },
    async start() {
      if (server.listening) return;
      await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
