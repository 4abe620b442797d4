import type { Page } from '@playwright/test';
import { httpGet } from './support/http-get';
import { lookAt } from './support/look-at';
import { signIn, withoutScripts } from './support/sign-in';
import { tenantTest as test } from './support/tenant-test';
import { expect } from './support/test';

const box = (page: Page, name: string) => page.getByRole('checkbox', { name, exact: true });

test('an owner makes a role, gives it, changes it and deletes it @phone', async ({
  asOwner: page,
  tenant,
}) => {
  await page.goto('/admin/roles');
  await expect(page.getByRole('link', { name: 'Editor' })).toBeVisible();
  await lookAt(page, 'roles');
  await page.getByRole('link', { name: 'New role' }).click();
  await page.getByLabel('Name').fill('Proofreader');
  await box(page, 'Change posts').check();
  await lookAt(page, 'role-new');
  await page.getByRole('button', { name: 'Make role' }).click();
  await page.getByRole('link', { name: 'Proofreader' }).click();
  // What may be changed may be seen, and all of it needs the admin.
  for (const name of ['Enter the admin', 'See posts', 'Change posts']) {
    await expect(box(page, name)).toBeChecked();
  }
  await expect(box(page, 'Delete posts')).not.toBeChecked();

  await page.goto('/admin/members');
  await page.getByRole('link', { name: tenant.people.member.name }).click();
  await page.locator('#field-role').selectOption('Proofreader');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.locator('.facts')).toContainText('Proofreader');
  await lookAt(page, 'member');

  await page.goto('/admin/roles');
  await page.getByRole('link', { name: 'Proofreader' }).click();
  await page.getByLabel('Name').fill('Editor of commas');
  await page.getByRole('button', { name: 'Save role' }).click();
  await page.getByRole('link', { name: 'Editor of commas' }).click();
  await page.getByRole('link', { name: 'Delete role' }).click();
  await expect(page.getByLabel('1 person has it, and will get')).toBeVisible();
  await lookAt(page, 'role-delete');
  await page.getByLabel('1 person has it, and will get').selectOption('Editor');
  await page.getByRole('button', { name: 'Delete role' }).click();
  await expect(page.getByText('No role of your own yet')).toBeVisible();
  await expect(page.locator('main')).toContainText('2 people');
});

test('a taken name is said beside the field, and what was ticked stays', async ({
  asOwner: page,
}) => {
  const make = async (name: string) => {
    await page.goto('/admin/roles/new');
    await page.getByLabel('Name').fill(name);
    await box(page, 'Delete tags').check();
    await page.getByRole('button', { name: 'Make role' }).click();
  };
  await make('Helper');
  await expect(page.getByRole('link', { name: 'Helper' })).toBeVisible();
  await make('HELPER');
  await expect(page.getByText('There is a role called HELPER already.')).toBeVisible();
  await expect(box(page, 'Delete tags')).toBeChecked();
});

test('without scripts a role is made and given, too', async ({ browser, server, tenant }) => {
  const plain = await (await withoutScripts(browser)).newPage();
  const { host, people } = tenant;
  await signIn(plain, server, { host, email: people.owner.email, path: '/admin/roles/new' });
  await plain.getByLabel('Name').fill('Plain');
  await box(plain, 'Change tags').check();
  await plain.getByRole('button', { name: 'Make role' }).click();
  await expect(plain.getByRole('link', { name: 'Plain' })).toBeVisible();
  await plain.goto(server.url(host, '/admin/members'));
  await plain.getByRole('link', { name: people.member.name }).click();
  await plain.locator('#field-role').selectOption('Plain');
  await plain.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(plain.locator('.facts')).toContainText('Plain');
  await plain.context().close();
});

test('who may only read meets no button and no link that leads to a refusal', async ({
  asOwner,
  tenant,
  browser,
  server,
}) => {
  test.setTimeout(180_000);
  await asOwner.goto('/admin/roles/new');
  await asOwner.getByLabel('Name').fill('Looker');
  const sees = asOwner.getByRole('checkbox', { name: /^See / });
  const names = await sees.evaluateAll((boxes) => boxes.map((one) => one.ariaLabel ?? ''));
  expect(names.length).toBeGreaterThan(7);
  for (const name of names) await box(asOwner, name).check();
  await asOwner.getByRole('button', { name: 'Make role' }).click();
  await asOwner.goto('/admin/members');
  await asOwner.getByRole('link', { name: tenant.people.member.name }).click();
  await asOwner.locator('#field-role').selectOption('Looker');
  await asOwner.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(asOwner.locator('.facts')).toContainText('Looker');

  const context = await browser.newContext();
  const page = await context.newPage();
  const { host, people } = tenant;
  await signIn(page, server, { host, email: people.member.email, path: '/admin' });
  const seen = new Set<string>();
  const open = ['/admin'];
  for (let path = open.shift(); path; path = open.shift()) {
    if (seen.has(path)) continue;
    seen.add(path);
    const answer = await page.goto(server.url(host, path));
    expect(answer?.status(), path).toBe(200);
    if (!path.startsWith('/admin')) continue;
    const main = page.locator('main');
    // Filters and the like are forms that ask; what changes something is posted.
    const posts = main.locator('form[method="post" i]');
    await expect(posts.locator('button[type="submit"]:visible'), path).toHaveCount(0);
    await expectPlainMenu(page, path);
    await expect(main.locator('input[type="checkbox"]:enabled'), path).toHaveCount(0);
    const hrefs = await page
      .locator('a[href^="/"]')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
    open.push(...hrefs.filter((href) => isNewKind(href, seen)));
  }
  expect([...seen].filter((path) => path.startsWith('/admin')).length).toBeGreaterThan(12);
  for (const path of [
    '/admin/roles/new',
    '/admin/posts/new',
    '/admin/groups/new',
    '/admin/settings',
  ]) {
    expect((await page.goto(server.url(host, path)))?.status(), path).toBe(404);
  }
  await context.close();
});

/** The menu of a list's first row, where there is one, shows and changes nothing. */
async function expectPlainMenu(page: Page, path: string): Promise<void> {
  const more = page.locator('main tbody').getByRole('button').first();
  if ((await more.count()) === 0) return;
  await more.click();
  const items = await page.getByRole('menuitem').allTextContents();
  expect(items.length, path).toBeGreaterThan(0);
  expect(
    items.filter((item) => !/^(View on site|History)/.test(item)),
    path,
  ).toEqual([]);
  await page.keyboard.press('Escape');
}

/** Pages of an admin; of sorted and filtered lists and the like one each, exports left to the lists' own tests. */
function isNewKind(href: string, seen: Set<string>): boolean {
  if (!href.startsWith('/admin') || /\/export\.(csv|zip)/.test(href)) return false;
  const [path = ''] = href.split('?');
  return !seen.has(href) && ![...seen].some((one) => one.split('?')[0] === path);
}

test('forged forms of who may not are no page, and change nothing', async ({
  asEditor,
  server,
  tenant,
}) => {
  const answer = await asEditor.goto('/admin/roles');
  expect(answer?.status()).toBe(404);
  expect((await httpGet(server, tenant.host, '/admin/roles')).status).toBe(307);
  expect((await asEditor.goto('/admin/roles/editor'))?.status()).toBe(404);
  const nav = asEditor.getByRole('navigation', { name: 'Admin' }).first();
  await asEditor.goto('/admin');
  await expect(nav.getByRole('link', { name: /Roles|Groups/ })).toHaveCount(0);
});
