import { readFileSync } from 'node:fs';
import { httpGet } from './support/http-get';
import { rawRequest } from './support/raw-request';
import { refusedStart } from './support/refused-start';
import { startServer } from './support/server';
import { expect, test } from './support/test';

test.describe('next start refuses, names the fault and ends with 1', () => {
  const secret = 'x'.repeat(40);
  const cases = {
    'a superuser': (urls: Urls) => ({
      env: { DATABASE_URL: urls.adminUrl, AUTH_SECRET: secret },
      says: /signs in as "postgres", which is a superuser/,
    }),
    'the owner role': (urls: Urls) => ({
      env: { DATABASE_URL: urls.ownerUrl, AUTH_SECRET: secret },
      says: /signs in as "tenantry_owner", which is, or can become, a role that sees all rows/,
    }),
    'no database': () => ({
      env: { DATABASE_URL: '', AUTH_SECRET: secret },
      says: /DATABASE_URL is missing/,
    }),
    'no secret': (urls: Urls) => ({
      env: { DATABASE_URL: urls.appUrl, AUTH_SECRET: '' },
      says: /AUTH_SECRET is missing/,
    }),
    'a short secret': (urls: Urls) => ({
      env: { DATABASE_URL: urls.appUrl, AUTH_SECRET: 'short' },
      says: /AUTH_SECRET: expected at least 32 characters/,
    }),
    'a malformed root domain': (urls: Urls) => ({
      env: { DATABASE_URL: urls.appUrl, AUTH_SECRET: secret, ROOT_DOMAIN: 'exa mple' },
      says: /ROOT_DOMAIN: expected host names/,
    }),
  };
  for (const [name, make] of Object.entries(cases)) {
    test(name, async ({ server }) => {
      const { env, says } = make(server);
      const { code, output } = await refusedStart(env);
      expect(output).toMatch(says);
      const password = /:([^:@/]+)@/.exec(env.DATABASE_URL)?.[1];
      if (password) expect(output).not.toContain(password);
      expect(code).toBe(1);
    });
  }
});

interface Urls {
  appUrl: string;
  ownerUrl: string;
  adminUrl: string;
}

test('one build serves other root domains, several at once, behind a proxy', async () => {
  test.setTimeout(120_000);
  const other = await startServer({
    env: { ROOT_DOMAIN: 'example.com,example.org', TRUST_PROXY: '1' },
  });
  try {
    const get = (host: string, path = '/', headers: [string, string][] = []) =>
      rawRequest({ port: other.port, host, path, headers });
    for (const host of ['acme.example.com', 'acme.example.org', 'blog.acme.test']) {
      const answer = await get(host, '/blog/hello-world');
      expect(answer.status, host).toBe(200);
      expect(answer.body).toContain('href="https://acme.example.com/blog/hello-world"');
    }
    expect((await get('acme.localhost')).status).toBe(404);
    expect((await get('acme.evilexample.com')).status).toBe(404);
    expect((await get('www.example.org', '/')).headers.location).toBe('https://example.org/');
    const proxied = await get('10.1.2.3:8080', '/', [['X-Forwarded-Host', 'globex.example.com']]);
    expect(proxied.status).toBe(200);
    expect(proxied.body).toContain('Globex');
    const named = await get('acme.example.com', '/', [['X-Request-Id', 'proxy-request-1']]);
    expect(named.headers['x-request-id']).toBe('proxy-request-1');
  } finally {
    await other.stop();
  }
});

test('without a proxy to trust, a client cannot name its host or its request', async ({
  server,
}) => {
  const answer = await httpGet(server, 'acme.localhost', '/', [
    ['X-Forwarded-Host', 'globex.localhost'],
    ['X-Request-Id', 'client-request-1'],
  ]);
  expect(answer.body).toContain('ACME Corporation');
  expect(answer.headers['x-request-id']).not.toBe('client-request-1');
});

test('the log file holds one JSON line an event', async ({ server }) => {
  const lines = readFileSync(`${server.dataDir}/debug.log`, 'utf8').trim().split('\n');
  const events = lines.map((line) => JSON.parse(line).event);
  expect(events).toContain('server.started');
});
