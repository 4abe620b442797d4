import type { Page } from '@playwright/test';
import { httpClient } from './support/http-client';
import {
  continueAtProvider,
  type OidcWorld,
  openOidcWorld,
  providerName,
  returnAddress,
  signInAtProvider,
} from './support/oidc-world';
import { alertOf, fillSignIn, signIn } from './support/sign-in';
import { expect, test } from './support/test';

test.setTimeout(90_000);
test.use({ actionTimeout: 15_000 });

let world: OidcWorld;
test.beforeAll(async () => {
  world = await openOidcWorld();
});
test.afterAll(() => world?.close());

const url = (host: string, path?: string) => world.server.url(host, path);
const button = (page: Page) => page.getByRole('link', { name: `Continue with ${providerName}` });

/** Somebody whom the provider knows by this name. */
function known(name: string, email: string, isVerified = true): string {
  world.provider.people.set(name, { email, email_verified: isVerified, name: `${name} Example` });
  return name;
}

async function signOut(page: Page, host: string): Promise<void> {
  await page.goto(url(host, '/logout'));
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByText('You are signed out.')).toBeVisible();
}

test('a provider that is away harms nobody who has a password', async ({ page }) => {
  await world.provider.stop();
  await page.goto(url('acme.localhost', '/login?next=%2Faccount'));
  await button(page).click();
  await expect(page).toHaveURL(/acme\.localhost:\d+\/login\?error=ProviderDown/);
  await expect(alertOf(page)).toContainText(`${providerName} cannot be reached at the moment.`);
  await fillSignIn(page, 'gus@example.com');
  await expect(page, 'it still knows where they were going').toHaveURL(
    url('acme.localhost', '/account'),
  );
});

test.describe('with the provider there', () => {
  test.beforeEach(() => world.provider.start());

  test('an account of somebody else’s is not taken over', async ({ page }) => {
    const name = known('vera', 'vera@new.example');
    await page.goto(url('localhost', '/login'));
    await continueAtProvider(page, name);
    await expect(page).toHaveURL(url('localhost', '/account'));
    await page.context().clearCookies();
    await signIn(page, world.server, { host: 'localhost', email: 'ada@example.com' });
    await page.getByRole('link', { name: `Connect ${providerName}` }).click();
    await signInAtProvider(page, name);
    await page.getByLabel('Password', { exact: true }).fill('demo-password');
    await page.getByRole('button', { name: `Connect ${providerName}` }).click();
    await expect(alertOf(page)).toContainText('connected with another person here');
  });

  test('who stops at the provider, has no verified email or is not active is told so at the site', async ({
    page,
  }) => {
    const login = url('acme.localhost', '/login');
    await page.goto(login);
    await button(page).click();
    await page.getByRole('link', { name: 'Cancel' }).click();
    await expect(page).toHaveURL(/acme\.localhost:\d+\/login\?error=ProviderDenied/);
    await expect(alertOf(page)).toContainText('You stopped it there');
    await continueAtProvider(page, known('una', 'ada@example.com', false));
    await expect(alertOf(page)).toContainText('has not verified an email of yours');
    await page.context().clearCookies();
    await page.goto(login);
    await continueAtProvider(page, known('una-2', 'nobody-has-it@example.com', false));
    await expect(alertOf(page)).toContainText('has not verified an email of yours');
    await page.context().clearCookies();
    const ina = known('ina', 'ina@new.example');
    await page.goto(login);
    await continueAtProvider(page, ina);
    await page.waitForURL(/localhost:\d+\/session\/continue\?/);
    await world.sql`update platform.users set is_active = false where email = 'ina@new.example'`;
    await page.context().clearCookies();
    await page.goto(login);
    await continueAtProvider(page, ina);
    await expect(alertOf(page)).toContainText('You cannot sign in here at the moment.');
  });

  test('a link does not put somebody else in the place of who is signed in', async ({ page }) => {
    await signIn(page, world.server, { host: 'localhost', email: 'ada@example.com' });
    await page.goto(url('localhost', '/session/with/oidc'));
    await expect(page).toHaveURL(url('localhost', '/account'));
    await expect(page.locator('main')).toContainText('ada@example.com');
  });

  test('a link connects nothing: the page asks, and only who began it may answer', async ({
    page,
  }) => {
    await signIn(page, world.server, { host: 'localhost', email: 'ada@example.com' });
    await page.goto(url('localhost', '/session/with/oidc?connect=1'));
    await signInAtProvider(page, known('rita', 'rita@new.example'));
    await expect(page).toHaveURL(url('localhost', '/login/connect'));
    const count = async () =>
      Number(
        (await world.sql`select count(*) from platform.identities where subject = 'rita'`)[0]
          ?.count,
      );
    expect(await count()).toBe(0);
    await expect(page.locator('main')).toContainText('rita@new.example');
    // Somebody else signs in meanwhile: it is not theirs to say yes to.
    await signOut(page, 'localhost');
    await page.goto(url('localhost', '/login/connect'));
    await expect(page).toHaveURL(/error=ProviderStale/);
    expect(await count()).toBe(0);
  });

  test('a provider that goes away under way is told at the site, and no secret in the log', async ({
    page,
  }) => {
    await page.goto(url('acme.localhost', '/login'));
    const back = await returnAddress(page, known('sara', 'sara@new.example'));
    await world.provider.stop();
    await page.goto(back);
    await expect(page).toHaveURL(/acme\.localhost:\d+\/login\?error=ProviderDown/);
    await expect(alertOf(page)).toContainText(`${providerName} cannot be reached`);
    await world.provider.start();
    const logs = world.server.logs();
    expect(logs).toContain('provider.failed');
    for (const secret of ['code', 'state']) {
      const value = new URL(back).searchParams.get(secret) ?? 'none';
      expect(logs, `the ${secret} is in no log`).not.toContain(value);
    }
    expect(logs).not.toContain(world.provider.clientSecret);
  });
});

test('other sites cannot fill a browser with ways that were begun', async () => {
  const client = httpClient(world.server, 'localhost');
  for (let n = 0; n < 8; n += 1) await client.get('/session/with/github');
  const kept = [...client.cookies.keys()].filter((name) => name.includes('.flow-'));
  expect(kept.length).toBeGreaterThan(0);
  expect(kept.length).toBeLessThanOrEqual(3);
});
