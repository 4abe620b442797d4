import { randomBytes } from 'node:crypto';
import type { Page } from '@playwright/test';
import { expectAccessible } from './support/axe';
import { httpGet } from './support/http-get';
import { expectAccessibleInBoth, expectNoSidewaysScroll } from './support/look-at';
import { fillSignIn, signIn, signInByHttp, withoutScripts } from './support/sign-in';
import { expect, test } from './support/test';

const root = { host: 'localhost', email: 'root@example.com' };
const freshSlug = () => `made-${randomBytes(4).toString('hex')}`;

interface Typed {
  slug: string;
  email: string;
  password?: string;
}

/** Fills the form of a new tenant and sends it. */
async function createTenant(page: Page, { slug, email, password }: Typed): Promise<void> {
  await page.getByLabel('Name', { exact: true }).fill(`The ${slug}`);
  await page.getByLabel('Address').fill(slug);
  await page.getByLabel('Email').fill(email);
  if (password) await page.locator('[name=ownerPassword]').fill(password);
  await page.getByRole('button', { name: 'Create tenant' }).click();
}

test('a tenant is made, and its owner signs in the same second', async ({
  page,
  server,
  browser,
}) => {
  const slug = freshSlug();
  const host = `${slug}.localhost`;
  // Asked for before, so that "nobody" is in the cache.
  expect((await httpGet(server, host, '/')).status).toBe(404);
  await signIn(page, server, { ...root, path: '/admin/tenants' });
  await page.getByRole('link', { name: 'New tenant' }).first().click();
  await createTenant(page, { slug, email: `owner@${slug}.test` });
  await expect(page.getByText(`The ${slug} is ready`)).toBeVisible();
  const password = (await page.locator('dd code').textContent()) ?? '';
  expect(password).toMatch(/^[\w-]{16}$/);
  await expectAccessible(page);

  const own = await browser.newContext();
  const owner = await own.newPage();
  await owner.goto(server.url(host, '/admin'));
  await expect(owner).toHaveURL(/\/login\?next=/);
  await fillSignIn(owner, `owner@${slug}.test`, password);
  await expect(owner).toHaveURL(server.url(host, '/admin'));
  await expect(owner.getByRole('heading', { level: 1 })).toBeVisible();
  // Posts can be written at once: there is an author.
  await owner.goto(server.url(host, '/admin/authors'));
  await expect(owner.getByRole('link', { name: 'owner', exact: true })).toBeVisible();
  await own.close();
  expect((await httpGet(server, host, '/')).status).toBe(200);

  await page.getByRole('link', { name: 'Go to the tenant' }).click();
  await expect(page.getByRole('heading', { level: 1, name: `The ${slug}` })).toBeVisible();
  await expect(page.getByText('Root created')).toBeVisible();
  await expect(page.getByText(password)).toHaveCount(0);
});

test('somebody who has an account becomes owner with the password they have', async ({
  page,
  server,
  browser,
}) => {
  const slug = freshSlug();
  await signIn(page, server, { ...root, path: '/admin/tenants/new' });
  await createTenant(page, { slug, email: 'Cleo@Example.com', password: 'another password' });
  await expect(page.getByText('The one given here was not used.')).toBeVisible();
  await expect(page.getByText('This password is shown only here')).toHaveCount(0);
  const own = await browser.newContext();
  const cleo = await own.newPage();
  await cleo.goto(server.url(`${slug}.localhost`, '/admin'));
  await fillSignIn(cleo, 'cleo@example.com', 'another password');
  await expect(cleo.getByText('do not match')).toBeVisible();
  await fillSignIn(cleo, 'cleo@example.com');
  await expect(cleo).toHaveURL(server.url(`${slug}.localhost`, '/admin'));
  await own.close();
});

test('what cannot be used is said beside its field, and what was typed stays', async ({
  page,
  server,
}) => {
  await signIn(page, server, { ...root, path: '/admin/tenants/new' });
  await createTenant(page, { slug: 'api', email: 'nobody', password: 'short' });
  await expect(page.locator('.notice.bad')).toContainText('3 things to put right');
  await expect(page.getByLabel('Address')).toHaveValue('api');
  await expect(page.getByLabel('Address')).toHaveAttribute('aria-invalid', 'true');
  await expect(page.locator('[name=ownerPassword]')).toHaveValue('');
  await expectAccessible(page);
  await createTenant(page, { slug: 'acme', email: 'new@example.com', password: 'long enough now' });
  await expect(page.locator('.notice.bad')).toContainText('Another tenant has this address.');
});

test('a tenant is suspended and brought back, after its consequences were told', async ({
  page,
  server,
}) => {
  const slug = freshSlug();
  const host = `${slug}.localhost`;
  await signIn(page, server, { ...root, path: '/admin/tenants/new' });
  await createTenant(page, { slug, email: 'gus@example.com' });
  await page.getByRole('link', { name: 'Go to the tenant' }).click();
  await page.getByRole('link', { name: 'Suspend' }).click();
  const dialog = page.getByRole('alertdialog');
  await expect(dialog).toContainText('Readers see a page that says the site is paused.');
  await expect(dialog).toContainText(host);
  await expectAccessible(page);
  await dialog.getByRole('button', { name: `Suspend The ${slug}` }).click();
  await expect(page.getByText('Suspended').first()).toBeVisible();
  const answer = await httpGet(server, host, '/');
  expect([answer.status, answer.headers.location]).toEqual([
    307,
    expect.stringContaining('/unavailable'),
  ]);
  await page.getByRole('button', { name: 'Activate' }).click();
  await expect(page.getByRole('link', { name: 'Suspend' })).toBeVisible();
  expect((await httpGet(server, host, '/')).status).toBe(200);
});

test('all of it works where no script runs', async ({ server, browser }) => {
  const slug = freshSlug();
  const context = await withoutScripts(browser);
  const page = await context.newPage();
  await signIn(page, server, { ...root, path: '/admin/tenants/new' });
  await createTenant(page, { slug: 'www', email: 'gus@example.com' });
  await expect(page.getByText('“www” is kept for the platform.').first()).toBeVisible();
  await createTenant(page, { slug, email: `plain@${slug}.test` });
  await expect(page.locator('dd code')).toHaveText(/^[\w-]{16}$/);
  await page.getByRole('link', { name: 'Go to the tenant' }).click();
  await page.getByRole('link', { name: 'Suspend' }).click();
  await page.getByRole('button', { name: `Suspend The ${slug}` }).click();
  await page.getByRole('button', { name: 'Activate' }).click();
  await expect(page.getByRole('link', { name: 'Suspend' })).toBeVisible();
  await context.close();
});

test('the list is searched, filtered and sorted, and people are listed', async ({
  page,
  server,
}) => {
  await signIn(page, server, { ...root, path: '/admin/tenants?q=ada%40example' });
  await expect(page.getByRole('link', { name: 'ACME Corporation' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Globex', exact: true })).toHaveCount(0);
  await page.goto(server.url('localhost', '/admin/tenants?status=deleted'));
  await expect(page.getByText('No tenants match')).toBeVisible();
  await page.goto(server.url('localhost', '/admin/users?q=example.com'));
  await expect(page.getByRole('link', { name: 'Bob Lindqvist' })).toBeVisible();
  await page.getByRole('link', { name: 'Bob Lindqvist' }).click();
  await expect(page.getByText('bob@example.com').first()).toBeVisible();
});

const pages = ['/admin', '/admin/tenants/new', '/admin/users', '/admin/nothing'];

test('nobody but a superuser sees that there is a console', async ({ server }) => {
  const stranger = await httpGet(server, 'localhost', '/admin/tenants?q=a');
  expect(stranger.status).toBe(307);
  expect(stranger.headers.location).toContain('/login?next=%2Fadmin%2Ftenants%3Fq%3Da');
  const ada = await signInByHttp(server, 'localhost', 'ada@example.com');
  for (const path of [...pages, '/admin/tenants', '/admin/users/export.csv']) {
    const answer = await ada.get(path);
    expect([path, answer.status]).toEqual([path, 404]);
    expect(answer.body).not.toMatch(/Platform console|New tenant|People/);
  }
  const superuser = await signInByHttp(server, 'acme.localhost', root.email);
  expect((await superuser.get('/admin')).status).toBe(404);
  expect((await superuser.get('/admin/tenants')).status).toBe(404);
});

test('every page is accessible and in one piece, light and dark @phone', async ({
  page,
  server,
}) => {
  test.setTimeout(120_000);
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(`${page.url()}: ${error.message}`));
  // Other specs make tenants, too, and the newest come first.
  await signIn(page, server, { ...root, path: '/admin/tenants?q=acme' });
  const acme = await page.getByRole('link', { name: 'ACME Corporation' }).getAttribute('href');
  for (const path of [...pages, '/admin/tenants', `${acme}`, `${acme}/suspend`]) {
    await page.goto(server.url('localhost', path));
    await expectNoSidewaysScroll(page);
    await expectAccessibleInBoth(page);
  }
  expect(faults).toEqual([]);
});
