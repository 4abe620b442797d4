import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type LyingIssuer, lyingClient, startLyingIssuer } from '../../testing/lying-issuer';
import { beginFlow } from './begin-flow';
import { finishFlow } from './finish-flow';
import type { IdentityProvider } from './identity-provider';

let issuer: LyingIssuer;
let provider: IdentityProvider;
let round = 0;
beforeAll(async () => {
  issuer = await startLyingIssuer();
});
afterAll(() => issuer.close());
beforeEach(() => {
  issuer.lies = {};
  // A name of its own, so that nothing is kept from the test before.
  round += 1;
  const key = `oidc:${issuer.issuer}`;
  provider = { id: 'oidc', name: `Round ${round}`, key, issuer: issuer.issuer, ...lyingClient };
});

const destination = { to: '', next: '', userId: null };

/** Goes there and comes back with a code, as a browser does. */
async function goAndCome(change: (query: URLSearchParams) => void = () => {}) {
  const { address, flow } = await beginFlow(provider, destination);
  issuer.nonce = flow.nonce;
  const query = new URLSearchParams({ code: 'a-code', state: flow.state });
  change(query);
  return { asked: new URL(address).searchParams, flow, profile: finishFlow(provider, flow, query) };
}

test('a true answer gives the person; capitals in the email are none', async () => {
  const { asked, flow, profile } = await goAndCome();
  expect(await profile).toEqual({
    ...{ subject: 'person-1', email: 'ada@people.example', isVerified: true, name: 'Ada' },
    hostedDomain: '',
  });
  expect(asked.get('redirect_uri')).toBe('http://localhost:3000/api/auth/callback/oidc');
  expect(asked.get('code_challenge_method')).toBe('S256');
  expect(asked.get('nonce')).toBe(flow.nonce);
  expect(issuer.spent?.get('code_verifier')).toBe(flow.verifier);
  expect(issuer.spent?.get('redirect_uri')).toBe(asked.get('redirect_uri'));
});

test('the email comes from the other answer where the token has none, and of nobody else', async () => {
  issuer.lies.claims = { email: undefined, email_verified: undefined };
  const said = (sub: string) => (answer: import('node:http').ServerResponse) => {
    answer.setHeader('content-type', 'application/json');
    answer.end(JSON.stringify({ sub, email: 'b@c.example', email_verified: true }));
  };
  issuer.lies.userinfo = said('person-1');
  const first = await goAndCome();
  expect(await first.profile).toMatchObject({ email: 'b@c.example', isVerified: true });
  issuer.lies.userinfo = said('person-2');
  await expect((await goAndCome()).profile).rejects.toThrow();
});

test.each([
  ['true', true],
  ['false', false],
  ['yes', false],
  [1, false],
  [undefined, false],
])('email_verified %j is %j', async (given, isVerified) => {
  issuer.lies.claims = { email_verified: given };
  const { profile } = await goAndCome();
  expect(await profile).toMatchObject({ isVerified });
});

test.each(['a', 'a@b\r\nbcc: c@d', '<a@b>', 'a@b,c@d', 7, ''])('%j is no email', async (email) => {
  issuer.lies.claims = { email };
  const { profile } = await goAndCome();
  expect(await profile).toMatchObject({ email: '' });
});

const past = Math.floor(Date.now() / 1000) - 3600;

describe('refused is an ID token', () => {
  test.each([
    ['for another audience', { claims: { aud: 'somebody-else' } }],
    ['for several, ours among them', { claims: { aud: ['tenantry-test', 'x'], azp: 'x' } }],
    ['of another issuer', { claims: { iss: 'https://accounts.google.com' } }],
    ['that has expired', { claims: { exp: past, iat: past - 60 } }],
    ['without an end', { claims: { exp: undefined } }],
    ['with the nonce of another flow', { claims: { nonce: 'x'.repeat(43) } }],
    ['without a nonce', { claims: { nonce: undefined } }],
    ['without a subject', { claims: { sub: undefined } }],
    ['with an empty subject', { claims: { sub: '' } }],
    ['with alg none', { signs: 'none' as const }],
    ['signed with our own secret', { signs: 'hmac' as const }],
    ['signed by somebody else', { signs: 'stranger' as const }],
  ])('%s', async (_about, lies) => {
    issuer.lies = lies;
    await expect((await goAndCome()).profile).rejects.toThrow();
  });

  test('that is not there', async () => {
    issuer.lies.tokens = (answer) => {
      answer.setHeader('content-type', 'application/json');
      answer.end(JSON.stringify({ access_token: 'x', token_type: 'Bearer' }));
    };
    await expect((await goAndCome()).profile).rejects.toThrow();
  });
});

test.each([
  ['another state', (query: URLSearchParams) => query.set('state', 'x'.repeat(43))],
  ['no state', (query: URLSearchParams) => query.delete('state')],
  ['two states', (query: URLSearchParams) => query.append('state', 'y')],
  ['no code', (query: URLSearchParams) => query.delete('code')],
  ['another issuer’s name', (query: URLSearchParams) => query.set('iss', 'https://evil.test')],
])('an answer with %s spends no code', async (_about, change) => {
  issuer.spent = null;
  await expect((await goAndCome(change)).profile).rejects.toThrow();
  expect(issuer.spent).toBeNull();
});
