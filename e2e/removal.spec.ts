import type { Page } from '@playwright/test';
import { demoPassword } from '../lib/demo/demo-people';
import { addArticle } from './support/add-article';
import { root } from './support/console-tenant';
import { follow } from './support/follow';
import { httpGet } from './support/http-get';
import { lookAt } from './support/look-at';
import { alertOf, fillSignIn, signIn, withoutScripts } from './support/sign-in';
import { tenantTest as test } from './support/tenant-test';
import { expect } from './support/test';

const leave = { host: 'localhost', path: '/account/delete' };

/** Answers what the form asks for, but for sites. */
async function confirm(page: Page, password = demoPassword, word = 'DELETE') {
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByLabel('Type DELETE to confirm').fill(word);
  await page.getByRole('button', { name: 'Delete my account' }).click();
}

test('an owner reads what goes, and goes with the site @phone', async ({
  page,
  asOwner,
  server,
  tenant,
}) => {
  const { owner } = tenant.people;
  await asOwner.goto('/admin/posts');
  await signIn(page, server, { host: 'localhost', email: owner.email });
  await page.getByRole('link', { name: 'Delete account' }).click();
  await expect(page.getByRole('heading', { name: 'Sites that are deleted' })).toBeVisible();
  await expect(page.getByText('with 2 other members')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Hand over instead' })).toHaveAttribute(
    'href',
    server.url(tenant.host, '/admin/settings/transfer'),
  );
  await lookAt(page, 'account-delete');
  await confirm(page, 'not the password');
  await expect(page.getByText('This is not your password.')).toBeVisible();
  await confirm(page, demoPassword, 'delete');
  await expect(page.getByText('Type DELETE, in capitals.')).toBeVisible();
  await confirm(page);
  await expect(page.getByText('Tick every site that is listed')).toBeVisible();
  await lookAt(page, 'account-delete-refused');
  expect((await httpGet(server, tenant.host, '/')).status).toBe(200);
  await page.getByLabel(`Delete ${tenant.name} (${tenant.slug})`).check();
  await confirm(page);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your account is deleted');
  await lookAt(page, 'account-deleted');
  expect((await httpGet(server, tenant.host, '/')).status).toBe(404);
  expect((await asOwner.goto('/admin/posts'))?.status()).toBe(404);
  await page.goto(server.url('localhost', '/login'));
  await fillSignIn(page, owner.email);
  await expect(alertOf(page)).toContainText('do not match');
});

test('without scripts an editor goes with their name, and what they wrote stays', async ({
  browser,
  server,
  tenant,
  asOwner,
  asEditor,
}) => {
  const { editor } = tenant.people;
  await addArticle(server, tenant, editor);
  const article = server.url(tenant.host, '/blog/by-hand');
  await asOwner.goto(article);
  await expect(asOwner.getByText(editor.name).first()).toBeVisible();
  const plain = await (await withoutScripts(browser)).newPage();
  await signIn(plain, server, { ...leave, email: editor.email });
  await expect(plain.getByRole('heading', { name: 'Sites you leave' })).toBeVisible();
  await expect(plain.getByRole('checkbox')).toHaveCount(1);
  await plain.getByLabel('Erase my name').check();
  await confirm(plain);
  await expect(plain.getByRole('heading', { level: 1 })).toHaveText('Your account is deleted');
  await plain.context().close();
  await asEditor.goto('/admin/posts');
  await expect(asEditor).toHaveURL(/\/login\?next=/);
  await expect(async () => {
    await asOwner.goto(article);
    await expect(asOwner.getByText('Former member').first()).toBeVisible({ timeout: 1000 });
  }).toPass();
  await expect(asOwner.getByText('Words of their own')).toBeVisible();
  for (const path of ['/admin/members', '/admin/audit', '/admin/authors', '/admin']) {
    await asOwner.goto(path);
    await expect(asOwner.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(asOwner.getByText(editor.name), path).toHaveCount(0);
  }
  await asOwner.goto('/admin/audit');
  await expect(asOwner.getByText('Former member').first()).toBeVisible();
});

test('a form that was open when its session ended deletes nobody, whoever it names', async ({
  page,
  server,
  tenant,
}) => {
  const { editor, member } = tenant.people;
  await signIn(page, server, { ...leave, email: editor.email });
  // A field that names somebody else is not asked for.
  await page.locator('form:has([name=word])').evaluate((form, id) => {
    for (const name of ['id', 'userId', 'user']) {
      form.insertAdjacentHTML('beforeend', `<input type="hidden" name="${name}" value="${id}">`);
    }
  }, member.id);
  const other = await page.context().newPage();
  await other.goto(server.url('localhost', '/logout'));
  await other.getByRole('button', { name: 'Sign out' }).click();
  await expect(other).toHaveURL(/\/login/);
  await confirm(page);
  await expect(alertOf(page)).toContainText('You are signed out');
  for (const { email } of [editor, member]) await signIn(page, server, { ...leave, email });
});

test('a copy of what is known of somebody is theirs alone @phone', async ({
  page,
  browser,
  server,
  tenant,
  other,
}) => {
  const { editor } = tenant.people;
  await addArticle(server, tenant, editor);
  await signIn(page, server, { host: 'localhost', email: editor.email, path: '/account/export' });
  await lookAt(page, 'account-export');
  await page.getByRole('button', { name: 'Make a copy of my data' }).click();
  const link = page.getByRole('link', { name: 'Download the copy' });
  await expect(link).toBeVisible({ timeout: 20_000 });
  await lookAt(page, 'account-export-ready');
  const address = server.url('localhost', (await link.getAttribute('href')) ?? '');
  const copy = await page.request.get(address);
  expect(copy.headers()).toMatchObject({
    'content-disposition': 'attachment; filename="my-data.json"',
    'cache-control': 'private, no-store',
  });
  const text = await copy.text();
  expect(JSON.parse(text).parts[0]).toMatchObject({
    part: 'account',
    profile: { email: editor.email },
  });
  expect(text).toContain('Words of their own');
  for (const { name, email } of [tenant.people.owner, other.people.owner]) {
    expect(text).not.toContain(name);
    expect(text).not.toContain(email);
  }
  const eve = await (await browser.newContext()).newPage();
  const asEve = async () => (await eve.request.get(address)).text();
  expect((await eve.request.get(address)).status()).toBe(401);
  await signIn(eve, server, { host: 'localhost', email: other.people.owner.email });
  expect(await asEve()).toContain('Make a copy of my data');
  expect((await httpGet(server, tenant.host, '/account/export/my-data.json')).status).toBe(404);
  await eve.context().close();
  await page.goto(server.url('localhost', '/logout'));
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page).toHaveURL(/\/login/);
  expect((await page.request.get(address)).status()).toBe(401);
});

test('an operator deletes somebody with their sites, then the name; nothing comes back by itself @phone', async ({
  page,
  server,
  tenant,
}) => {
  const { owner } = tenant.people;
  const home = `/admin/users/${owner.id}`;
  await signIn(page, server, { ...root, path: home });
  await page.getByRole('link', { name: 'Delete account' }).click();
  await expect(page.getByText('with 2 other members')).toBeVisible();
  await lookAt(page, 'console-delete-person');
  const button = page.getByRole('button', { name: 'Delete the account' });
  await page.getByLabel(`Type ${owner.email} to confirm`).fill(owner.email);
  await button.click();
  await expect(page.getByText('Say why: the audit log keeps it.')).toBeVisible();
  await page.getByLabel('Why').fill('Asked for by mail.');
  await button.click();
  await expect(page.getByText('Tick every site that is listed')).toBeVisible();
  await page.getByLabel(`Delete ${tenant.name} (${tenant.slug})`).check();
  await button.click();
  await expect(page).toHaveURL(server.url('localhost', home));
  await expect(page.getByText('Deleted', { exact: true })).toBeVisible();
  expect((await httpGet(server, tenant.host, '/')).status).toBe(404);
  await follow(page.getByRole('link', { name: 'Erase name' }));
  await lookAt(page, 'console-erase-person');
  await page.getByRole('button', { name: 'Erase name and email' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Former member');
  await expect(page.getByRole('link', { name: /Delete account|Erase name/ })).toHaveCount(0);
  // Oneself never here, where no password is asked for.
  await page.goto(server.url('localhost', `/admin/users?q=${root.email}`));
  await page.getByRole('main').getByRole('link', { name: 'Root' }).first().click();
  await page.getByRole('link', { name: 'Delete account' }).click();
  await expect(page.getByText('This account cannot be deleted here')).toBeVisible();
});
