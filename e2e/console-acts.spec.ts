import type { Page } from '@playwright/test';
import { expectAccessible } from './support/axe';
import { httpGet } from './support/http-get';
import { makeSite } from './support/make-site';
import { makeTenants } from './support/make-tenants';
import { signIn, signInByHttp, whoIs, withoutScripts } from './support/sign-in';
import { expect, test } from './support/test';

const root = { host: 'localhost', email: 'root@example.com' };
const line = (page: Page, text: string) => page.locator('tbody tr', { hasText: text });

test('tenants are suspended and activated together, and those that cannot be are told @phone', async ({
  page,
  server,
}) => {
  const prefix = await makeTenants(server, 3);
  const host = (n: number) => `${prefix}-${n}.localhost`;
  const status = async (n: number) => (await httpGet(server, host(n), '/api/v1/tenant')).status;
  await signIn(page, server, { ...root, path: `/admin/tenants?q=${prefix}&sort=slug` });
  expect([await status(1), await status(2)]).toEqual([200, 200]);
  await line(page, `${prefix} 1`).getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Suspend' }).click();
  await page.getByRole('button', { name: 'Suspend 1 tenant' }).click();
  await expect(page.getByText('Suspended 1 tenant.')).toBeVisible();

  for (const n of [1, 2]) await line(page, `${prefix} ${n}`).getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Suspend' }).click();
  const dialog = page.getByRole('alertdialog');
  await expect(dialog).toContainText('Suspend 2 tenants?');
  await expect(dialog).toContainText('answer 503 at once');
  await expect(dialog).toContainText('nothing is deleted');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Suspend 2 tenants' }).click();
  await expect(page.getByText('Suspended 1 tenant, 1 was left out.')).toBeVisible();
  await page.getByText('Show why').click();
  await expect(page.getByText(`${prefix} 1: It is suspended already.`)).toBeVisible();
  await expectAccessible(page);
  expect([await status(1), await status(2), await status(3)]).toEqual([503, 503, 200]);

  for (const n of [1, 2]) await line(page, `${prefix} ${n}`).getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Activate' }).click();
  await expect(page.getByText('Activated 2 tenants.')).toBeVisible();
  expect([await status(1), await status(2)]).toEqual([200, 200]);
});

test('all that a search finds are suspended, each in its own audit log', async ({
  page,
  server,
}) => {
  const prefix = await makeTenants(server, 30);
  await signIn(page, server, { ...root, path: `/admin/tenants?q=${prefix}` });
  await page.getByRole('checkbox', { name: 'Select every tenant on this page' }).check();
  await page.getByRole('button', { name: 'Select all 30' }).click();
  await page.getByRole('button', { name: 'Suspend' }).click();
  await page.getByRole('button', { name: 'Suspend 30 tenants' }).click();
  await expect(page.getByText('Suspended 30 tenants.')).toBeVisible();
  await page.goto(server.url('localhost', `/admin/tenants?q=${prefix}&status=active`));
  await expect(page.getByText('No tenants match')).toBeVisible();
  await page.goto(server.url('localhost', `/admin/tenants?q=${prefix}-30`));
  await page.getByRole('link', { name: `${prefix} 30` }).click();
  await expect(page.getByText(`Root suspended ${prefix} 30`)).toBeVisible();
});

test('the same works where no script runs', async ({ server, browser }) => {
  const prefix = await makeTenants(server, 2);
  const context = await withoutScripts(browser);
  const page = await context.newPage();
  await signIn(page, server, { ...root, path: `/admin/tenants?q=${prefix}` });
  for (const box of await page.locator('tbody').getByRole('checkbox').all()) await box.check();
  await page.getByRole('button', { name: 'Suspend' }).click();
  await expect(page.getByRole('heading', { name: 'Suspend 2 tenants?' })).toBeVisible();
  await page.getByRole('button', { name: 'Suspend 2 tenants' }).click();
  await expect(page.locator('.notice')).toHaveText('Suspended 2 tenants.');
  await context.close();
});

test('people are deactivated and reactivated; their sessions end, one’s own never does @phone', async ({
  page,
  server,
}) => {
  const site = await makeSite(server, 1);
  const [name] = site.host.split('.');
  const editor = await signInByHttp(server, site.host, site.people.editor);
  expect(await whoIs(editor)).toBe(site.people.editor);
  await signIn(page, server, { ...root, path: `/admin/users?q=${name}` });
  for (const role of ['editor', 'member']) {
    await line(page, `${role}@`).getByRole('checkbox').check();
  }
  await page.getByRole('button', { name: 'Deactivate' }).click();
  await expect(page.getByRole('alertdialog')).toContainText('signed out everywhere at once');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Deactivate 2 people' }).click();
  await expect(page.getByText('Deactivated 2 people.')).toBeVisible();
  expect(await whoIs(editor)).toBeNull();
  expect((await editor.get('/admin')).status).toBe(307);
  await expect(signInByHttp(server, site.host, site.people.editor)).rejects.toThrow('no session');

  for (const role of ['editor', 'owner']) {
    await line(page, `${role}@`).getByRole('checkbox').check();
  }
  await page.getByRole('button', { name: 'Reactivate' }).click();
  await expect(page.getByText('Reactivated 1 person, 1 was left out.')).toBeVisible();
  expect(await whoIs(editor), 'the old cookie stays dead').toBeNull();
  await signInByHttp(server, site.host, site.people.editor);

  await page.goto(server.url('localhost', '/admin/users?q=root%40example.com'));
  await page.locator('tbody').getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Deactivate' }).click();
  await page.getByRole('button', { name: 'Deactivate 1 person' }).click();
  await expect(page.getByText('Deactivated no people, 1 was left out.')).toBeVisible();
  await page.getByText('Show why').click();
  await expect(page.getByText('Root: It is you. Another superuser can do it.')).toBeVisible();
});
