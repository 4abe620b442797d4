import { expectAccessible } from './support/axe';
import { httpClient } from './support/http-client';
import { alertOf, fillSignIn, signIn, withoutScripts } from './support/sign-in';
import { expect, test } from './support/test';

const hosts = [
  { host: 'localhost', email: 'root@example.com', name: 'Root' },
  { host: 'acme.localhost', email: 'ada@example.com', name: 'Ada Lindgren' },
  { host: 'blog.acme.test', email: 'ada@example.com', name: 'Ada Lindgren' },
];

for (const { host, email, name } of hosts) {
  test(`${host}: to the sign-in page, back to where one was going, and out again @phone`, async ({
    page,
    server,
  }) => {
    await page.goto(server.url(host, '/account'));
    await expect(page).toHaveURL(server.url(host, '/login?next=%2Faccount'));
    await expectAccessible(page);
    await fillSignIn(page, email);
    await expect(page).toHaveURL(server.url(host, '/account'));
    await expect(page.locator('main')).toContainText(name);
    await expect(page.locator('main')).toContainText('this device');
    await expectAccessible(page);
    const [cookie] = (await page.context().cookies(server.url(host))).filter((one) =>
      one.name.endsWith('.session'),
    );
    expect(cookie).toMatchObject({ domain: host, path: '/', httpOnly: true, sameSite: 'Lax' });
    expect(cookie?.expires).toBeGreaterThan(Date.now() / 1000 + 29 * 86_400);

    await page.goto(server.url(host, '/logout'));
    await page.goto(server.url(host, '/account'));
    await expect(page.locator('main'), 'looking at /logout ends nothing').toContainText(name);
    await page.goto(server.url(host, '/logout'));
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Sign out' }).click();
    await expect(page.getByText('You are signed out.')).toBeVisible();
    await page.goto(server.url(host, '/account'));
    await expect(page).toHaveURL(server.url(host, '/login?next=%2Faccount'));
    const stolen: [string, string][] = [['Cookie', `${cookie?.name}=${cookie?.value}`]];
    const copied = await httpClient(server, host).get('/account', stolen);
    expect(copied.status, 'a copy of the cookie is dead').toBe(307);
  });

  test(`${host}: the same without JavaScript`, async ({ browser, server }) => {
    const context = await withoutScripts(browser);
    const page = await context.newPage();
    await page.goto(server.url(host, '/account'));
    await fillSignIn(page, email, 'not-the-password');
    await expect(alertOf(page)).toContainText('That email and password do not match');
    await expect(page.getByLabel('Email')).toHaveValue(email);
    await expect(page.getByLabel('Password', { exact: true })).toHaveValue('');
    await fillSignIn(page, email);
    // By the root host, which sends nobody on without a script.
    if (host !== 'localhost') await page.getByRole('button', { name: 'Continue' }).click();
    await expect(page).toHaveURL(server.url(host, '/account'));
    await expect(page.locator('main')).toContainText(name);
    await page.goto(server.url(host, '/logout'));
    await page.getByRole('button', { name: 'Sign out' }).click();
    await expect(page.getByText('You are signed out.')).toBeVisible();
    await context.close();
  });
}

test('who is signed in already goes on', async ({ page, server }) => {
  await signIn(page, server, { host: 'acme.localhost', email: 'cleo@example.com' });
  await page.goto(server.url('acme.localhost', '/login?next=%2Fblog'));
  await expect(page).toHaveURL(server.url('acme.localhost', '/blog'));
  await page.goto(server.url('acme.localhost', '/login'));
  await expect(page, 'a reader has no admin').toHaveURL(server.url('acme.localhost', '/'));
});

const elsewhere = [
  '//globex.localhost',
  '/\\globex.localhost',
  'http://globex.localhost/',
  '/%2Fglobex.localhost',
  '/\t/globex.localhost',
  'javascript:alert(1)',
];
for (const next of elsewhere) {
  test(`signing in never leads to ${JSON.stringify(next)}`, async ({ page, server }) => {
    const address = `/login?next=${encodeURIComponent(next)}`;
    await page.goto(server.url('acme.localhost', address));
    await fillSignIn(page, 'cleo@example.com');
    await expect(page).toHaveURL(server.url('acme.localhost', '/'));
  });
}

test('a wrong password and an unknown email get the same words', async ({ page, server }) => {
  const said: (string | null)[] = [];
  for (const email of ['gus@example.com', 'nobody@example.com']) {
    await page.goto(server.url('globex.localhost', '/login'));
    await fillSignIn(page, email, 'wrong');
    await expect(alertOf(page)).toBeVisible();
    said.push(await alertOf(page).textContent());
    await expect(page.getByLabel('Email')).toHaveValue(email);
  }
  expect(said[0]).toBe(said[1]);
});

test('empty fields are named beside them', async ({ page, server }) => {
  await page.goto(server.url('acme.localhost', '/login'));
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByText('Enter your email.')).toBeVisible();
  await expect(page.getByText('Enter your password.')).toBeVisible();
});

test('without "keep me signed in" the cookie ends with the browser', async ({ page, server }) => {
  await page.goto(server.url('acme.localhost', '/login?next=%2Faccount'));
  await page.getByLabel('Keep me signed in').uncheck();
  await fillSignIn(page, 'ada@example.com');
  await expect(page).toHaveURL(server.url('acme.localhost', '/account'));
  const cookies = await page.context().cookies(server.url('acme.localhost'));
  expect(cookies.find(({ name }) => name.endsWith('.session'))?.expires).toBe(-1);
});

test('a password can be looked at', async ({ page, server }) => {
  await page.goto(server.url('acme.localhost', '/login'));
  const field = page.getByLabel('Password', { exact: true });
  await field.fill('secret');
  await page.getByRole('button', { name: 'Show password' }).click();
  await expect(field).toHaveAttribute('type', 'text');
});

test('other devices are listed and signed out, one or all', async ({ browser, page, server }) => {
  const others = await Promise.all([browser.newContext(), browser.newContext()]);
  const pages = await Promise.all(others.map((context) => context.newPage()));
  const person = { host: 'globex.localhost', email: 'gus@example.com' };
  for (const one of [page, ...pages]) await signIn(one, server, person);
  await page.reload();
  await page.getByRole('button', { name: 'Sign out everywhere else' }).click();
  await expect(page.getByRole('button', { name: 'Sign out everywhere else' })).toHaveCount(0);
  for (const one of pages) {
    await one.goto(server.url('globex.localhost', '/account'));
    await expect(one).toHaveURL(/\/login/);
  }
  await page.reload();
  await expect(page.locator('main')).toContainText('Gus Okafor');
  await Promise.all(others.map((context) => context.close()));
});
