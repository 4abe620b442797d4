import type { BrowserContext, Page } from '@playwright/test';
import { failedAttempts } from './support/failed-attempts';
import { httpClient } from './support/http-client';
import { startServer } from './support/server';
import { fillSignIn, signInByForm, signInByHttp, whoIs } from './support/sign-in';
import { expect, test } from './support/test';
import { visitorHeader } from './support/tls-proxy';
import { openTlsWorld, type TlsWorld } from './support/tls-world';

let world: TlsWorld;
let context: BrowserContext;
let page: Page;
test.beforeAll(async () => {
  test.setTimeout(180_000);
  world = await openTlsWorld();
});
test.afterAll(() => world.close());
test.beforeEach(async () => {
  // Its certificate is its own issuer's.
  context = await world.browser.newContext({ ignoreHTTPSErrors: true });
  page = await context.newPage();
});
test.afterEach(() => context.close());

const sessionOf = async (host: string) =>
  (await context.cookies(world.url(host))).find(({ name }) => name.endsWith('.session'));

for (const [host, email, name] of [
  ['example.test', 'root@example.com', 'Root'],
  ['acme.example.test', 'ada@example.com', 'Ada Lindgren'],
  ['blog.acme.test', 'ada@example.com', 'Ada Lindgren'],
] as const) {
  test(`${host}: one signs in and out, with cookies for this host and TLS alone`, async () => {
    await page.goto(world.url(host, '/account'));
    await expect(page).toHaveURL(world.url(host, '/login?next=%2Faccount'));
    const answer = page.waitForResponse((one) => one.request().method() === 'POST');
    await fillSignIn(page, email);
    await expect(page).toHaveURL(world.url(host, '/account'));
    await expect(page.locator('main')).toContainText(name);
    const lines = await (await answer).headerValues('set-cookie');
    expect(lines.filter((line) => line.includes('.session='))).toHaveLength(1);
    for (const line of lines) {
      expect(line).toMatch(/^__Host-tenantry\.[\w-]+=/);
      expect(line).not.toMatch(/;\s*domain=/i);
      // What scripts of the page may read says that somebody is here, and nothing else.
      const isHint = /^__Host-tenantry\.here=1;/.test(line);
      const parts = ['Secure', 'SameSite=lax', 'Path=/', ...(isHint ? [] : ['HttpOnly'])];
      for (const part of parts) {
        expect(line.toLowerCase()).toContain(`; ${part.toLowerCase()}`);
      }
    }
    const cookie = await sessionOf(host);
    expect(cookie).toMatchObject({
      ...{ name: '__Host-tenantry.session', domain: host, path: '/' },
      ...{ secure: true, httpOnly: true, sameSite: 'Lax' },
    });

    await page.goto(world.url(host, '/logout'));
    await page.getByRole('button', { name: 'Sign out' }).click();
    await expect(page.getByText('You are signed out.')).toBeVisible();
    await page.goto(world.url(host, '/account'));
    await expect(page).toHaveURL(world.url(host, '/login?next=%2Faccount'));
    const copied = httpClient(world.proxy, host);
    copied.cookies.set(cookie?.name ?? '', cookie?.value ?? '');
    expect((await copied.get('/account')).status, 'a copy of the cookie is dead').toBe(307);
  });

  test(`${host}: next-auth’s own endpoints stay on https, and on this host`, async () => {
    const client = await signInByHttp(world.proxy, host, email);
    expect([...client.cookies.keys()].every((one) => one.startsWith('__Host-'))).toBe(true);
    expect(await whoIs(client)).toBe(email);
    const providers = JSON.parse((await client.get('/api/auth/providers')).body);
    expect(providers.credentials.signinUrl).toBe(`https://${host}/api/auth/signin/credentials`);
    const { csrfToken } = JSON.parse((await client.get('/api/auth/csrf')).body);
    const out = await client.post('/api/auth/signout', { csrfToken, json: 'true' });
    expect(JSON.parse(out.body).url).toBe(`https://${host}/`);
    expect(await whoIs(client)).toBeNull();
  });
}

test('a form’s action leads on to the next page, there and in the console', async () => {
  test.setTimeout(120_000);
  const person = { host: 'blog.acme.test', email: 'ada@example.com', path: '/admin/tags/new' };
  await signInByForm(page, world, person);
  await page.getByLabel('Name').fill('Behind TLS');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page).toHaveURL(/^https:\/\/blog\.acme\.test\/admin\/tags\?/);
  await expect(page.getByRole('link', { name: 'Behind TLS' })).toBeVisible();
  const root = { host: 'example.test', email: 'root@example.com' };
  await signInByForm(page, world, { ...root, path: '/admin/tenants?q=globex' });
  await page.getByRole('link', { name: 'Globex', exact: true }).click();
  await page.getByRole('link', { name: 'Suspend', exact: true }).click();
  await page.getByRole('button', { name: 'Suspend Globex' }).click();
  await expect(page.getByText('Suspended').first()).toBeVisible();
  await expect(page).toHaveURL(/^https:\/\/example\.test\/admin\/tenants\//);
  const paused = await httpClient(world.proxy, 'globex.example.test').get('/');
  expect([paused.status, paused.headers.location]).toEqual([307, expect.stringMatching(/^\/unav/)]);
  await page.getByRole('button', { name: 'Activate' }).click();
  await expect(page.getByRole('link', { name: 'Suspend', exact: true })).toBeVisible();
  expect(world.server.logs()).not.toMatch(/failed to get redirect|ERR_SSL|fetch failed/);
});

test('addresses of its own are https, without a port', async () => {
  const get = (host: string, path: string) => httpClient(world.proxy, host).get(path);
  const post = await get('blog.acme.test', '/blog/hello-world');
  expect(post.status).toBe(200);
  expect(post.body).toContain('href="https://acme.example.test/blog/hello-world"');
  expect((await get('acme.example.test', '/sitemap.xml')).body).toContain(
    '<loc>https://acme.example.test/blog/hello-world</loc>',
  );
  expect((await get('acme.example.test', '/robots.txt')).body).toContain(
    'https://acme.example.test/sitemap.xml',
  );
  expect((await get('www.example.test', '/login')).headers.location).toBe(
    'https://example.test/login',
  );
  expect((await get('acme.example.test', '/admin')).headers.location).toBe('/login?next=%2Fadmin');
});

test('what a client says of host, scheme and address is dropped on the way', async () => {
  const client = httpClient(world.proxy, 'acme.example.test');
  const answer = await client.get('/', [
    ['X-Forwarded-Host', 'globex.example.test'],
    ['X-Forwarded-Proto', 'http'],
    ['X-Tenantry-Tenant', 'globex'],
  ]);
  expect(answer.body).toContain('ACME Corporation');
  expect(answer.body).not.toContain('Globex');
});

test('cookies tossed from a sibling subdomain do nothing', async () => {
  const theirs = await signInByHttp(world.proxy, 'acme.example.test', 'cleo@example.com');
  const tossed = [...theirs.cookies].find(([name]) => name.endsWith('.session'))?.[1] ?? '';
  const names = [
    '__Host-tenantry.session',
    '__host-tenantry.session',
    '__Secure-tenantry.session',
    'tenantry.session',
    '__Secure-next-auth.session-token',
    'next-auth.session-token',
  ];
  const toss = async () => {
    const sibling = await context.newPage();
    await sibling.goto(world.url('globex.example.test', '/robots.txt'));
    await sibling.evaluate(
      ([all, value]) => {
        for (const name of all) {
          for (const path of ['/', '/account']) {
            // biome-ignore lint/suspicious/noDocumentCookie: this is the attack
            document.cookie = `${name}=${value}; Domain=example.test; Path=${path}; Secure`;
          }
        }
      },
      [names, tossed] as const,
    );
    await sibling.close();
  };
  await toss();
  const arrived = await context.cookies(world.url('acme.example.test', '/account'));
  expect(arrived.map(({ name }) => name)).toContain('tenantry.session');
  expect(arrived.filter(({ name }) => /^__Host-/i.test(name))).toEqual([]);
  await page.goto(world.url('acme.example.test', '/account'));
  await expect(page, 'nobody is signed in as somebody else').toHaveURL(/\/login\?next=/);

  await fillSignIn(page, 'ada@example.com');
  await expect(page.locator('main')).toContainText('Ada Lindgren');
  await toss();
  await page.reload();
  await expect(page.locator('main')).toContainText('Ada Lindgren');
  await expect(page.locator('main')).not.toContainText('Cleo');
});

test('attempts are counted for the address that the proxy saw', async () => {
  test.setTimeout(180_000);
  const client = httpClient(world.proxy, 'acme.example.test');
  const visitor = (address: string): [string, string] => [visitorHeader, address];
  const first = await failedAttempts(client, () => [visitor('203.0.113.7')]);
  expect(first.filter((status) => status === 429)).toHaveLength(1);
  // Not another visitor, but the same one under a made-up address.
  expect(await failedAttempts(client, () => [visitor('203.0.113.8')], 1)).toEqual([401]);
  const lying: [string, string] = ['X-Forwarded-For', '198.51.100.1'];
  const again = await failedAttempts(client, () => [visitor('203.0.113.7'), lying], 1);
  expect(again).toEqual([429]);
});

test('without TRUST_PROXY a client cannot count as somebody else', async () => {
  test.setTimeout(180_000);
  const alone = await startServer();
  try {
    const client = httpClient(alone, 'acme.localhost');
    const statuses = await failedAttempts(client, (n) => [['X-Forwarded-For', `203.0.113.${n}`]]);
    expect(statuses.filter((status) => status === 429)).toHaveLength(1);
  } finally {
    await alone.stop();
  }
});
