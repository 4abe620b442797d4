import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { beginFlow } from '../../auth/providers/begin-flow';
import { finishFlow } from '../../auth/providers/finish-flow';
import type { IdentityProvider } from '../../auth/providers/identity-provider';
import { log } from '../../log';
import { type LyingIssuer, lyingClient, startLyingIssuer } from '../../testing/lying-issuer';
import { providerFault } from './provider-fault';

let issuer: LyingIssuer;
let provider: IdentityProvider;
let round = 0;
beforeAll(async () => {
  issuer = await startLyingIssuer();
});
afterAll(() => issuer.close());
beforeEach(() => {
  issuer.lies = {};
  round += 1;
  const key = `oidc:${issuer.issuer}`;
  provider = { id: 'oidc', name: `Round ${round}`, key, issuer: issuer.issuer, ...lyingClient };
});

/** What comes of going there and back with such an answer. */
async function faultOf(answer: Record<string, string> = { code: 'the-secret-code' }) {
  try {
    const { flow } = await beginFlow(provider, { to: '', next: '', userId: null });
    issuer.nonce = flow.nonce;
    await finishFlow(provider, flow, new URLSearchParams({ state: flow.state, ...answer }));
    return null;
  } catch (error) {
    return providerFault(error, provider);
  }
}

test('a true answer has no fault', async () => {
  expect(await faultOf()).toBeNull();
});

test.each([
  ['access_denied', 'ProviderDenied'],
  ['temporarily_unavailable', 'ProviderDown'],
  ['server_error', 'ProviderDown'],
  ['login_required', 'ProviderFailed'],
])('error=%s is %s', async (error, fault) => {
  expect(await faultOf({ error })).toBe(fault);
});

test('a code that was spent or is too old is a stale one', async () => {
  issuer.lies.tokens = (answer) => {
    answer.writeHead(400, { 'content-type': 'application/json' });
    answer.end('{"error":"invalid_grant"}');
  };
  expect(await faultOf()).toBe('ProviderStale');
});

test('nonsense is a failure, and silence is being away', async () => {
  issuer.lies.discovery = (answer) => answer.end('<title>Hello</title>');
  expect(await faultOf()).toBe('ProviderFailed');
  issuer.lies.discovery = (answer) => answer.destroy();
  expect(await faultOf()).toBe('ProviderDown');
  issuer.lies = { tokens: (answer) => answer.destroy() };
  expect(await faultOf()).toBe('ProviderDown');
});

test('the log has what went wrong, and nothing that opens anything', async () => {
  const warn = vi.spyOn(log, 'warn').mockImplementation(() => {});
  issuer.lies.signs = 'stranger';
  expect(await faultOf()).toBe('ProviderFailed');
  const lines = JSON.stringify(warn.mock.calls);
  expect(lines).toContain('provider.failed');
  for (const secret of ['the-secret-code', 'an-access-token', lyingClient.clientSecret, 'eyJ']) {
    expect(lines).not.toContain(secret);
  }
  warn.mockRestore();
});
