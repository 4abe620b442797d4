import { expectAccessible } from './support/axe';
import { httpClient } from './support/http-client';
import { fillSignIn, signIn, withoutScripts } from './support/sign-in';
import { expect, test } from './support/test';

const bob = 'bob@example.com';

test('who signed in at one site is known at the others, and on the root host @phone', async ({
  page,
  server,
}) => {
  await signIn(page, server, { host: 'acme.localhost', email: bob, path: '/admin' });
  for (const [host, path] of [
    ['globex.localhost', '/account'],
    ['localhost', '/account'],
    ['blog.acme.localhost', '/admin'],
  ] as const) {
    await page.goto(server.url(host, path));
    await expect(page).toHaveURL(server.url(host, path));
    await expect(page.locator('main')).toBeVisible();
  }
  await page.goto(server.url('globex.localhost', '/account'));
  await expect(page.locator('main')).toContainText('Bob');
  await expect(page.locator('main'), 'one browser is one line').toContainText(
    'ACME Corporation and Globex,',
  );
  await expectAccessible(page);
});

test('signing out anywhere ends it on every host of this browser', async ({ page, server }) => {
  await signIn(page, server, { host: 'globex.localhost', email: bob });
  await page.goto(server.url('acme.localhost', '/admin'));
  await expect(page).toHaveURL(server.url('acme.localhost', '/admin'));
  const copies = await page.context().cookies();
  await page.goto(server.url('acme.localhost', '/logout'));
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByText('You are signed out.')).toBeVisible();
  await page.context().addCookies(copies);
  for (const host of ['globex.localhost', 'acme.localhost', 'localhost']) {
    await page.goto(server.url(host, '/account'));
    await expect(page, host).toHaveURL(server.url(host, '/login?next=%2Faccount'));
  }
});

test('without scripts a button carries one on', async ({ browser, server }) => {
  const context = await withoutScripts(browser);
  const page = await context.newPage();
  await page.goto(server.url('acme.localhost', '/login?next=%2Faccount'));
  await fillSignIn(page, bob);
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page).toHaveURL(server.url('acme.localhost', '/account'));
  await page.goto(server.url('globex.localhost', '/account'));
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page).toHaveURL(server.url('globex.localhost', '/account'));
  await expect(page.locator('main')).toContainText('Bob');
  await context.close();
});

test('two tabs at two tenants are two, and the host alone decides', async ({ page, server }) => {
  await signIn(page, server, { host: 'acme.localhost', email: bob, path: '/admin' });
  const second = await page.context().newPage();
  await second.goto(server.url('globex.localhost', '/account'));
  await expect(second.locator('main')).toContainText('Bob');
  await page.goto(server.url('acme.localhost', '/admin/posts'));
  await expect(page.locator('main')).toContainText('Posts');
  const admin = await second.goto(server.url('globex.localhost', '/admin'));
  expect(admin?.status(), 'a member of globex has no admin there').toBe(404);
  await page.reload();
  await expect(page).toHaveURL(server.url('acme.localhost', '/admin/posts'));
});

test('both tabs that ask at once come in', async ({ page, server }) => {
  await signIn(page, server, { host: 'localhost', email: bob });
  const second = await page.context().newPage();
  await Promise.all(
    [page, second].map(async (tab) => {
      await tab.goto(server.url('globex.localhost', '/login?next=%2Faccount'));
      await tab.waitForURL(server.url('globex.localhost', '/account'));
    }),
  );
});

test('after signing out nobody is signed in again unasked', async ({ page, server }) => {
  await signIn(page, server, { host: 'acme.localhost', email: bob });
  await page.goto(server.url('acme.localhost', '/logout'));
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page).toHaveURL(server.url('acme.localhost', '/login?signed-out=1'));
  await page.goto(server.url('acme.localhost', '/login'));
  await expect(page.getByLabel('Email')).toBeVisible();
});

test('another person takes the browser over, whole', async ({ page, server }) => {
  await signIn(page, server, { host: 'localhost', email: bob });
  await page.goto(server.url('acme.localhost', '/account'));
  await expect(page.locator('main')).toContainText('Bob');
  const theirs = await page.context().cookies(server.url('acme.localhost'));
  await page.goto(server.url('acme.localhost', '/logout'));
  await page.getByRole('button', { name: 'Sign out' }).click();
  await signIn(page, server, { host: 'acme.localhost', email: 'ada@example.com' });
  await page.goto(server.url('localhost', '/account'));
  await expect(page.locator('main')).toContainText('Ada');
  const copied = theirs.map(({ name, value }) => `${name}=${value}`).join('; ');
  const old = await httpClient(server, 'acme.localhost').get('/account', [['Cookie', copied]]);
  expect(old.status).toBe(307);
});

test('a browser that keeps no cookies is told so, and not sent in circles', async ({ server }) => {
  const client = httpClient(server, 'acme.localhost');
  const document: [string, string][] = [['Sec-Fetch-Dest', 'document']];
  const asked = await client.get('/login', document);
  expect(asked.headers.location).toBe('/session/start');
  client.cookies.clear();
  const back = await client.get('/session/asked?root=x&next=%2F');
  expect(back.headers.location).toBe(server.url('acme.localhost', '/login?error=NoCookies'));
  const page = await client.get('/login?error=NoCookies', document);
  expect(page.status).toBe(200);
  expect(page.body).toContain('keeps no cookies');
});

test('a site that somebody does not belong to is told who they are after a yes alone', async ({
  page,
  server,
}) => {
  await signIn(page, server, { host: 'localhost', email: 'cleo@example.com' });
  await page.goto(server.url('globex.localhost', '/login?next=%2Faccount'));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Continue to Globex');
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Do not sign in there' }).click();
  await expect(page).toHaveURL(server.url('globex.localhost', '/'));
  await page.goto(server.url('globex.localhost', '/account'));
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page).toHaveURL(server.url('globex.localhost', '/account'));
  await expect(page.locator('main')).toContainText('Cleo');
  await expect(page.locator('main'), 'other sites are none of its business').not.toContainText(
    'ACME',
  );
});
