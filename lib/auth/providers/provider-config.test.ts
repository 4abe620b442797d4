import type { ServerResponse } from 'node:http';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type LyingIssuer, lyingClient, startLyingIssuer } from '../../testing/lying-issuer';
import type { IdentityProvider } from './identity-provider';
import { providerConfig } from './provider-config';

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

const told = (value: unknown) => (answer: ServerResponse) => {
  answer.setHeader('content-type', 'application/json');
  answer.end(JSON.stringify(value));
};

test('what was found is kept, and what failed is asked for again', async () => {
  issuer.lies.discovery = told({});
  await expect(providerConfig(provider)).rejects.toThrow();
  issuer.lies = {};
  const found = await providerConfig(provider);
  issuer.lies.discovery = told({});
  expect(await providerConfig(provider)).toBe(found);
});

test.each<[string, (answer: ServerResponse) => void]>([
  ['a page', (answer) => answer.end('<!doctype html><title>Hello</title>')],
  ['an empty answer', (answer) => answer.end()],
  ['a number', told(7)],
  ['another issuer’s document', told({ issuer: 'https://accounts.google.com' })],
  ['an error', (answer) => answer.writeHead(500).end()],
  ['a cut connection', (answer) => answer.destroy()],
  [
    'a way to another machine',
    (answer) => answer.writeHead(302, { location: 'http://169.254.169.254/' }).end(),
  ],
  [
    'more than fits',
    (answer) => {
      answer.setHeader('content-type', 'application/json');
      answer.end(JSON.stringify({ issuer: 'x'.repeat(300 * 1024) }));
    },
  ],
])('%s instead of a discovery document is an error', async (_about, lie) => {
  issuer.lies.discovery = lie;
  await expect(providerConfig(provider)).rejects.toThrow();
});

test('a provider that never ends its answer is given up', async () => {
  issuer.lies.discovery = (answer) => {
    answer.setHeader('content-type', 'application/json');
    answer.write('{');
  };
  const begun = performance.now();
  await expect(providerConfig(provider)).rejects.toThrow();
  expect(performance.now() - begun).toBeLessThan(9000);
}, 15_000);
