import { choose, makeTenant, root } from './support/console-tenant';
import { httpGet } from './support/http-get';
import { expectAccessibleInBoth, expectNoSidewaysScroll } from './support/look-at';
import { alertOf, fillSignIn, signIn, withoutScripts } from './support/sign-in';
import { expect, test } from './support/test';

test('an owner deletes their own site, and nobody else can', async ({ page, server, browser }) => {
  const { slug, host, email } = await makeTenant(page, server);
  const own = await browser.newContext();
  const owner = await own.newPage();
  await owner.goto(server.url(host, '/admin/settings'));
  await fillSignIn(owner, email, 'a long password');
  await owner.getByRole('link', { name: 'Delete this site' }).click();
  await owner.getByLabel(`Type ${slug} to confirm`).fill(slug);
  await expectNoSidewaysScroll(owner);
  await owner.getByRole('button', { name: `Delete The ${slug}` }).click();
  await expect(owner).toHaveURL(server.url('localhost', '/'));
  expect((await httpGet(server, host, '/')).status).toBe(404);
  await own.close();
  await signIn(page, server, { host: 'acme.localhost', email: 'bob@example.com', path: '/admin' });
  await page.goto(server.url('acme.localhost', '/admin/settings/delete'));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This page does not exist');
});

test('without scripts a tenant is deleted and restored, too', async ({ page, server, browser }) => {
  const { slug, home } = await makeTenant(page, server);
  const plain = await (await withoutScripts(browser)).newPage();
  await signIn(plain, server, { ...root, path: '/admin/tenants' });
  await plain.goto(`${home}/delete`);
  await plain.getByLabel('Why').fill('A test.');
  await plain.getByLabel(`Type ${slug} to confirm`).fill('another');
  await plain.getByRole('button', { name: `Delete The ${slug}` }).click();
  await expect(alertOf(plain).getByText(`Type “${slug}” to delete it.`)).toBeVisible();
  await expect(plain.getByLabel('Why')).toHaveValue('A test.');
  await plain.getByLabel(`Type ${slug} to confirm`).fill(slug);
  await plain.getByRole('button', { name: `Delete The ${slug}` }).click();
  await plain.goto(`${home}/restore`);
  await plain.getByRole('button', { name: `Restore The ${slug}` }).click();
  await expect(plain.getByRole('link', { name: 'Suspend' })).toBeVisible();
  await plain.context().close();
});

test('a tenant is given to another owner, who gets in', async ({ page, server, browser }) => {
  const { slug, email, host } = await makeTenant(page, server);
  await choose(page, 'Change the owner');
  const button = page.getByRole('button', { name: 'Change the owner' });
  await page.getByLabel('New owner’s email').fill('nobody@example.com');
  await expect(button).toBeDisabled();
  await page.getByLabel(`Type ${slug} to confirm`).fill(slug);
  await expectAccessibleInBoth(page);
  await expectNoSidewaysScroll(page);
  await button.click();
  await expect(alertOf(page).getByText('Nobody has an account with this email.')).toBeVisible();
  await page.getByLabel('New owner’s email').fill('gus@example.com');
  await button.click();
  await expect(page.getByText('has a new owner')).toBeVisible();

  const own = await browser.newContext();
  const gus = await own.newPage();
  await signIn(gus, server, { host, email: 'gus@example.com', path: '/admin/settings' });
  await expect(gus.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible();
  await expect(gus.getByRole('link', { name: 'Delete this site' })).toBeVisible();
  await own.close();
  const former = await browser.newContext();
  const admin = await former.newPage();
  await admin.goto(server.url(host, '/admin/settings'));
  await fillSignIn(admin, email, 'a long password');
  // In no group of it: they left with it (N13).
  await expect(admin.getByRole('heading', { level: 1 })).toHaveText('This page does not exist');
  await former.close();
});
