import type { Page } from '@playwright/test';
import { fetchFrom } from './support/fetch-from';
import { makeSite } from './support/make-site';
import { signIn } from './support/sign-in';
import { tenantTest } from './support/tenant-test';
import { expect, test } from './support/test';

tenantTest('settings show on the public site at once', async ({ asOwner: page, tenant }) => {
  const reader = await page.context().newPage();
  await reader.goto('/');
  await expect(reader.locator('header')).toContainText(tenant.name);
  expect((await reader.goto('/tags'))?.status()).toBe(200);
  await page.goto('/admin/settings');
  await page.getByLabel('Name', { exact: true }).fill('Freshly named');
  await page.getByLabel('Brand colour').first().fill('#8a3fa0');
  await page.getByRole('switch', { name: 'Topics' }).uncheck();
  await page.getByRole('switch', { name: 'RSS feed' }).uncheck();
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect(page.getByText('Settings saved', { exact: true }).first()).toBeVisible();
  await expect(page).toHaveTitle('Settings | Freshly named admin');
  await reader.goto('/');
  await expect(reader.locator('header')).toContainText('Freshly named');
  await expect(reader.getByRole('link', { name: /Topics|RSS/ })).toHaveCount(0);
  const accent = () =>
    reader.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--brand'));
  expect(await accent()).toBe('#8a3fa0');
  for (const path of ['/tags', '/tags/news', '/feed.xml']) {
    expect((await fetchFrom(reader, path)).status, path).toBe(404);
  }
});

test('of people who change the settings at once, the last is told and may save over it', async ({
  browser,
  server,
}) => {
  const { host, people } = await makeSite(server, 1);
  const context = await browser.newContext();
  const [first, second, third] = [
    await context.newPage(),
    await context.newPage(),
    await context.newPage(),
  ];
  const path = '/admin/settings';
  await signIn(first, server, { host, email: people.owner, path });
  await second.goto(server.url(host, path));
  const save = (page: Page) => page.getByRole('button', { name: 'Save changes' }).click();
  const isSaved = (page: Page) =>
    expect(page.getByText('Settings saved', { exact: true }).first()).toBeVisible();
  await first.getByLabel('Description').fill('By the first');
  await save(first);
  await isSaved(first);
  await second.getByLabel('Description').fill('By the second');
  await save(second);
  const notice = second.getByRole('alert').filter({ hasText: 'Not saved' });
  await expect(notice).toContainText('Owner changed the settings');
  await expect(notice).toContainText('Changed meanwhile: Description.');
  await expect(second.getByLabel('Description')).toHaveValue('By the second');
  // A third save in between: what the notice told of is no longer the newest.
  await third.goto(server.url(host, path));
  await third.getByLabel('Name', { exact: true }).fill('Third name');
  await save(third);
  await isSaved(third);
  await notice.getByRole('button', { name: 'Save mine over it' }).click();
  await expect(notice).toContainText('Changed meanwhile: Name.');
  await expect(second.getByLabel('Description')).toHaveValue('By the second');
  await notice.getByRole('button', { name: 'Save mine over it' }).click();
  await isSaved(second);
  await third.goto(server.url(host, path));
  await expect(third.getByLabel('Description')).toHaveValue('By the second');
  await context.close();
});
