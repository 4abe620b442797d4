import type { Browser, Page } from '@playwright/test';
import { httpClient } from './support/http-client';
import {
  continueAtProvider,
  type OidcWorld,
  openOidcWorld,
  returnAddress,
  signInAtProvider,
} from './support/oidc-world';
import { alertOf } from './support/sign-in';
import { expect, test } from './support/test';

test.setTimeout(90_000);
test.use({ actionTimeout: 15_000 });

let world: OidcWorld;
test.beforeAll(async () => {
  world = await openOidcWorld();
});
test.beforeEach(() => world.provider.start());
test.afterAll(() => world?.close());

const url = (host: string, path?: string) => world.server.url(host, path);
const stale = /localhost:\d+\/login\?error=ProviderStale/;

function known(name: string): string {
  const email = `${name}@new.example`;
  world.provider.people.set(name, { email, email_verified: true, name });
  return name;
}

async function expectNobody(page: Page): Promise<void> {
  await page.goto(url('localhost', '/account'));
  await expect(page).toHaveURL(/\/login/);
}

async function stranger(browser: Browser): Promise<Page> {
  return (await browser.newContext()).newPage();
}

test('an answer is good once, in the browser that went for it', async ({ page, browser }) => {
  await page.goto(url('localhost', '/login'));
  const back = await returnAddress(page, known('mara'));
  expect(back).toContain('/api/auth/callback/oidc?');
  const before = await page.context().cookies();
  const victim = await stranger(browser);
  await victim.goto(back);
  await expect(victim, 'nobody is signed in as the attacker (login CSRF)').toHaveURL(stale);
  await expect(alertOf(victim)).toContainText('begun in another browser');
  await expectNobody(victim);
  await page.goto(back);
  await expect(page).toHaveURL(url('localhost', '/account'));
  const thief = await stranger(browser);
  await thief.context().addCookies(before);
  await thief.goto(back);
  await expect(thief, 'replayed with a copy of the cookie').toHaveURL(stale);
  await expectNobody(thief);
  await victim.context().close();
  await thief.context().close();
});

test('an answer with a code of somebody else’s, or with another state, signs nobody in', async ({
  page,
  browser,
}) => {
  const attacker = await stranger(browser);
  await attacker.goto(url('localhost', '/login'));
  const theirs = new URL(await returnAddress(attacker, known('eve')));
  await page.goto(url('localhost', '/login'));
  const own = new URL(await returnAddress(page, known('nell')));
  // Their code in our flow: the verifier is another, and so is the nonce.
  const mixed = new URL(own);
  mixed.searchParams.set('code', theirs.searchParams.get('code') ?? '');
  await page.goto(mixed.href);
  await expect(page).toHaveURL(/\/login\?error=Provider(Stale|Failed)/);
  await expectNobody(page);
  for (const state of ['forged', '', 'x'.repeat(43), theirs.searchParams.get('state') ?? '']) {
    own.searchParams.set('state', state);
    await page.goto(own.href);
    await expect(page, state).toHaveURL(stale);
  }
  own.searchParams.delete('state');
  await page.goto(own.href);
  await expect(page).toHaveURL(stale);
  await expectNobody(page);
  await attacker.context().close();
});

test('one provider does not answer for another', async ({ page }) => {
  await page.goto(url('localhost', '/login'));
  const back = await returnAddress(page, known('olga'));
  await page.goto(back.replace('/callback/oidc', '/callback/github'));
  await expect(page).toHaveURL(stale);
  const named = new URL(back);
  named.searchParams.set('iss', 'https://accounts.google.com');
  await page.goto(named.href);
  await expect(page).toHaveURL(/error=ProviderFailed/);
  await expectNobody(page);
  const unknown = await page.goto(back.replace('/callback/oidc', '/callback/google'));
  expect(unknown?.status(), 'one that is not set up').toBe(404);
});

test('callbacks and ways there exist on the root host alone', async () => {
  for (const host of ['acme.localhost', 'blog.acme.localhost', 'blog.acme.test']) {
    const client = httpClient(world.server, host);
    for (const path of [
      '/api/auth/callback/oidc?code=x&state=y',
      '/api/auth/signin/oidc',
      '/session/with/oidc',
      '/login/connect',
    ]) {
      const { status, headers } = await client.get(path, [['X-Forwarded-Host', 'localhost']]);
      expect([404, 302], `${host}${path}`).toContain(status);
      expect(headers.location ?? '', `${host}${path}`).not.toContain('127.0.0.1');
    }
    expect((await client.get('/api/auth/callback/oidc?code=x&state=y')).status).toBe(404);
  }
  const root = httpClient(world.server, 'localhost');
  expect((await root.post('/api/auth/callback/oidc', { code: 'x', state: 'y' })).status).toBe(404);
  expect((await root.get('/api/auth/callback/oidc/more')).status).toBe(404);
  expect((await root.get('/session/with/google')).status).toBe(404);
  expect((await root.get('/session/with/..%2Fadmin')).status).toBeGreaterThanOrEqual(400);
});

test('where the provider sends people back is not what a request says of its host', async () => {
  const client = httpClient(world.server, 'localhost');
  for (const forged of [
    ['X-Forwarded-Host', 'evil.test'],
    ['Forwarded', 'host=evil.test'],
  ]) {
    const answer = await client.get('/session/with/oidc', [forged as [string, string]]);
    const to = new URL(answer.headers.location ?? '');
    expect(to.origin).toBe(world.provider.issuer);
    expect(to.searchParams.get('redirect_uri')).toBe(url('localhost', '/api/auth/callback/oidc'));
  }
  const cookie = (await client.get('/session/with/github')).headers['set-cookie'] ?? '';
  expect(cookie).toMatch(/\.flow-[\w-]{12}=/);
  for (const flag of [/HttpOnly/i, /SameSite=lax/i, /Path=\//i]) expect(cookie).toMatch(flag);
  expect(cookie, 'of this host alone').not.toMatch(/domain=/i);
});

test('the way goes on to a tenant’s own address, and nowhere else', async ({ page }) => {
  const client = httpClient(world.server, 'localhost');
  const { port } = world.server;
  for (const to of [
    'http://evil.test',
    `http://evil.test:${port}`,
    `http://acme.localhost:${port}@evil.test`,
    `http://acme.localhost:${port + 1}`,
    `http://acme.localhost:${port}/`,
    `https://acme.localhost:${port}`,
    `http://nobody.localhost:${port}`,
    `http://localhost:${port}`,
    `//acme.localhost:${port}`,
    'javascript:alert(1)',
  ]) {
    const answer = await client.get(`/session/with/oidc?${new URLSearchParams({ to })}`);
    expect(answer.status, to).toBe(400);
    expect(answer.headers.location, to).toBeUndefined();
  }
  const name = known('petra');
  for (const next of ['//evil.test', '/\\evil.test', 'http://evil.test', '/%2fevil.test']) {
    await page.context().clearCookies();
    const to = new URL(url('acme.localhost')).origin;
    for (const query of [{ to, next }, { next }] as Record<string, string>[]) {
      await page.context().clearCookies();
      await page.goto(url('localhost', `/session/with/oidc?${new URLSearchParams(query)}`));
      await signInAtProvider(page, name);
      // Nobody of acme's: asked first.
      if (query.to) await page.getByRole('button', { name: 'Continue', exact: true }).click();
      const end = query.to ? url('acme.localhost', '/') : url('localhost', '/account');
      await expect(page, next).toHaveURL(end);
    }
  }
  // Next-auth's own word for it.
  const callbackUrl = encodeURIComponent('http://evil.test/');
  await page.context().clearCookies();
  await page.goto(url('localhost', `/login?callbackUrl=${callbackUrl}`));
  await continueAtProvider(page, name);
  await expect(page).toHaveURL(url('localhost', '/account'));
});
