import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';

/** What a provider says falsely. Without any it tells the truth. */
export interface Lies {
  /** Of the ID token, over the true ones; undefined takes one out. */
  claims?: Record<string, unknown>;
  /** `none` signs nothing, `hmac` with the client's secret, `stranger` with a key that is not published. */
  signs?: 'none' | 'hmac' | 'stranger';
  /** Answers instead of the discovery document, the tokens, or the facts about a person. */
  discovery?: Answer;
  tokens?: Answer;
  userinfo?: Answer;
}

type Answer = (answer: ServerResponse) => void;

/** A hand-made OpenID provider that says what a test wants, true or not. */
export interface LyingIssuer {
  issuer: string;
  lies: Lies;
  /** What the next ID token says as nonce. */
  nonce: string;
  /** Form fields of the last code that was spent. */
  spent: URLSearchParams | null;
  close(): Promise<void>;
}

export const lyingClient = {
  clientId: 'tenantry-test',
  clientSecret: 'a-secret-of-the-test-0123456789ab',
};

/** Starts it on a free port of this machine. */
export async function startLyingIssuer(): Promise<LyingIssuer> {
  const { publicKey, privateKey } = await generateKeyPair('RS256');
  const stranger = await generateKeyPair('RS256');
  const jwk = { ...(await exportJWK(publicKey)), kid: 'one', alg: 'RS256', use: 'sig' };
  const server = createServer(async (request, answer) => {
    const path = new URL(request.url ?? '/', issuer.issuer).pathname;
    const own = {
      '/.well-known/openid-configuration': 'discovery',
      '/token': 'tokens',
      '/me': 'userinfo',
    } as const;
    const lie = issuer.lies[own[path as keyof typeof own]];
    let body = '';
    for await (const part of request) body += part;
    if (path === '/token') issuer.spent = new URLSearchParams(body);
    if (lie) return lie(answer);
    json(answer, await truth(path));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer: LyingIssuer = {
    ...{
      issuer: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      lies: {},
      nonce: '',
    },
    spent: null,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
  return issuer;

  async function truth(path: string): Promise<unknown> {
    const at = issuer.issuer;
    if (path === '/jwks') return { keys: [jwk] };
    if (path === '/me') return { sub: 'person-1' };
    if (path !== '/token') {
      return {
        ...{ issuer: at, authorization_endpoint: `${at}/auth`, token_endpoint: `${at}/token` },
        ...{ jwks_uri: `${at}/jwks`, userinfo_endpoint: `${at}/me` },
        id_token_signing_alg_values_supported: ['RS256'],
        response_types_supported: ['code'],
      };
    }
    return { access_token: 'an-access-token', token_type: 'Bearer', id_token: await idToken() };
  }

  async function idToken(): Promise<string> {
    const now = Math.floor(Date.now() / 1000);
    const { claims = {}, signs } = issuer.lies;
    const said = {
      ...{ iss: issuer.issuer, aud: lyingClient.clientId, sub: 'person-1', nonce: issuer.nonce },
      ...{
        iat: now,
        exp: now + 300,
        email: 'Ada@People.example',
        email_verified: true,
        name: 'Ada',
      },
      ...claims,
    };
    if (signs === 'none') return new UnsecuredJWT(said).encode();
    const token = new SignJWT(said);
    if (signs === 'hmac') {
      const secret = new TextEncoder().encode(lyingClient.clientSecret);
      return token.setProtectedHeader({ alg: 'HS256' }).sign(secret);
    }
    const key = signs === 'stranger' ? stranger.privateKey : privateKey;
    return token.setProtectedHeader({ alg: 'RS256', kid: 'one' }).sign(key);
  }
}

function json(answer: ServerResponse, value: unknown): void {
  answer.setHeader('content-type', 'application/json');
  answer.end(JSON.stringify(value));
}
