import { demoPassword } from '../lib/demo/demo-people';
import { cookieHeader, httpClient } from './support/http-client';
import { alertOf, signInByHttp, whoIs } from './support/sign-in';
import { expect, test } from './support/test';

const ada = 'ada@example.com';

for (const [host, email] of [
  ['localhost', 'root@example.com'],
  ['acme.localhost', ada],
  ['blog.acme.test', ada],
] as const) {
  test(`next-auth’s own endpoints work on ${host}`, async ({ server }) => {
    const client = await signInByHttp(server, host, email);
    expect(await whoIs(client)).toBe(email);
    const session = JSON.parse((await client.get('/api/auth/session')).body);
    expect(Date.parse(session.expires)).toBeGreaterThan(Date.now());
    const providers = JSON.parse((await client.get('/api/auth/providers')).body);
    expect(providers.credentials.signinUrl).toBe(
      `http://${client.host}/api/auth/signin/credentials`,
    );
    expect((await client.get('/account')).status).toBe(200);
    const before = new Map(client.cookies);
    const { csrfToken } = JSON.parse((await client.get('/api/auth/csrf')).body);
    const out = await client.post('/api/auth/signout', { csrfToken, json: 'true' });
    expect(JSON.parse(out.body).url).toBe(`http://${client.host}/`);
    expect(await whoIs(client)).toBeNull();
    for (const [name, value] of before) client.cookies.set(name, value);
    expect(await whoIs(client), 'the copied cookie is dead').toBeNull();
  });
}

test('looking at a session does not make its cookie live longer', async ({ server }) => {
  const client = await signInByHttp(server, 'acme.localhost', ada);
  const answer = await client.get('/api/auth/session');
  expect(answer.headers['set-cookie'] ?? '').not.toContain('.session=');
});

test('a sign-in without the CSRF token opens nothing', async ({ server }) => {
  const client = httpClient(server, 'acme.localhost');
  const form = { email: ada, password: demoPassword, csrfToken: 'guess', json: 'true' };
  await client.post('/api/auth/callback/credentials', form);
  expect(await whoIs(client)).toBeNull();
});

test('next-auth leads to no other site', async ({ server }) => {
  const client = httpClient(server, 'acme.localhost');
  for (const callbackUrl of [
    'https://evil.test/',
    '//evil.test',
    'http://globex.localhost/',
    'x',
  ]) {
    const { csrfToken } = JSON.parse((await client.get('/api/auth/csrf')).body);
    const form = { email: ada, password: demoPassword, csrfToken, callbackUrl, json: 'true' };
    const { status, body } = await client.post('/api/auth/callback/credentials', form);
    expect(status).toBeLessThan(500);
    expect(body).not.toMatch(/evil|globex/);
    const query = `/api/auth/signin?callbackUrl=${encodeURIComponent(callbackUrl)}`;
    const { headers } = await client.get(query);
    expect(decodeURIComponent(headers.location ?? '')).not.toMatch(/evil|globex/);
  }
});

test('a cookie of acme is nothing to globex, to the root and to another tenant’s domain', async ({
  server,
}) => {
  const client = await signInByHttp(server, 'acme.localhost', ada);
  const cookies: [string, string][] = [['Cookie', cookieHeader(client.cookies)]];
  for (const host of ['globex.localhost', 'localhost']) {
    const other = httpClient(server, host);
    expect((await other.get('/account', cookies)).status, host).toBe(307);
    expect((await other.get('/api/auth/session', cookies)).body, host).toBe('{}');
  }
  // The same tenant, the same rights; a browser would not send it there.
  const twin = httpClient(server, 'blog.acme.test');
  expect((await twin.get('/account', cookies)).status).toBe(200);
});

test('whatever a cookie is, it is nobody’s, and nothing breaks', async ({ server }) => {
  const client = await signInByHttp(server, 'acme.localhost', ada);
  const [name = '', value = ''] =
    [...client.cookies].find(([one]) => one.endsWith('.session')) ?? [];
  const parts = value.split('.');
  const none = Buffer.from('{"alg":"none"}').toString('base64url');
  const values = [
    '',
    'x',
    '....',
    `${value}x`,
    value.slice(0, -3),
    [none, ...parts.slice(1)].join('.'),
    `${none}.${Buffer.from('{"sub":"root"}').toString('base64url')}.`,
    'A'.repeat(7000),
    '%00%ff',
    '"quoted"',
    '; Domain=acme.localhost',
  ];
  for (const one of values) {
    const cookie: [string, string][] = [['Cookie', `${name}=${one}`]];
    for (const path of ['/account', '/login', '/logout', '/api/auth/session', '/api/auth/csrf']) {
      const { status, body } = await httpClient(server, 'acme.localhost').get(path, cookie);
      expect(status, `${path} with ${one.slice(0, 20)}`).toBeLessThan(500);
      expect(body).not.toContain('Ada Lindgren');
    }
  }
});

test('bodies that are none are refused, and nothing breaks', async ({ server }) => {
  const client = httpClient(server, 'acme.localhost');
  const types = [
    'application/json',
    'application/x-www-form-urlencoded',
    'multipart/form-data',
    '',
  ];
  for (const type of types) {
    for (const body of ['{', '[]', 'null', '%', 'a'.repeat(100_000)]) {
      const headers: [string, string][] = [['Content-Type', type]];
      const answer = await client.post('/api/auth/callback/credentials', body, headers);
      expect(answer.status, `${type} ${body.slice(0, 9)}`).toBeLessThan(500);
    }
  }
  expect((await client.post('/api/auth/_log', { level: 'error' })).status).toBe(404);
  expect((await client.get('/api/auth/callback/credentials')).status).toBe(404);
});

test('personal pages are kept by no cache', async ({ server }) => {
  const client = await signInByHttp(server, 'acme.localhost', ada);
  for (const path of ['/account', '/login', '/logout', '/admin']) {
    const { headers } = await client.get(path);
    expect(headers['cache-control'], path).toContain('no-store');
  }
});

test('who is no member, or no staff, finds no admin at a tenant; nobody is led to sign in', async ({
  server,
}) => {
  const cases = [
    ['acme.localhost', 'gus@example.com', 404],
    ['acme.localhost', 'cleo@example.com', 404],
    ['globex.localhost', 'bob@example.com', 404],
    ['acme.localhost', 'root@example.com', 404],
    ['localhost', ada, 404],
    ['acme.localhost', 'bob@example.com', 200],
    ['blog.acme.test', ada, 200],
  ] as const;
  for (const [host, email, status] of cases) {
    const client = await signInByHttp(server, host, email);
    expect((await client.get('/admin')).status, `${email} on ${host}`).toBe(status);
  }
  const stranger = await httpClient(server, 'acme.localhost').get('/admin');
  expect(stranger.status).toBe(307);
  expect(stranger.headers.location).toMatch(/^\/login\?next=%2Fadmin/);
});

test('too many failures close the account for a while, in words and in numbers', async ({
  page,
  server,
}) => {
  const client = httpClient(server, 'globex.localhost');
  const email = 'cleo@example.com';
  const attempt = async () => {
    const { csrfToken } = JSON.parse((await client.get('/api/auth/csrf')).body);
    const form = { email, password: 'wrong', csrfToken, json: 'true' };
    return client.post('/api/auth/callback/credentials', form);
  };
  for (let n = 0; n < 10; n += 1) expect((await attempt()).status).toBe(401);
  const refused = await attempt();
  expect(refused.status).toBe(429);
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(600);
  await page.goto(server.url('globex.localhost', '/login'));
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(demoPassword);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(alertOf(page)).toContainText(/Try again in 1\d minutes/);
});
