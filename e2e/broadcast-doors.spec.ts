import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { giveRights, makeBroadcastSite } from './support/broadcast-site';
import { follow } from './support/follow';
import { makeSite } from './support/make-site';
import { signIn, withoutScripts } from './support/sign-in';
import { expect, test } from './support/test';

const list = '/admin/notifications';
const composer = '/admin/notifications/new';
const record = /\/admin\/notifications\/[0-9a-f-]{36}/;

const choose = (page: Page, name: string | RegExp) =>
  page.getByRole('radio', { name }).check({ force: true });

test('it all works without scripts', async ({ browser, server }) => {
  const site = await makeBroadcastSite(server);
  const context = await withoutScripts(browser);
  const page = await context.newPage();
  await signIn(page, server, { host: site.host, email: site.people.owner, path: composer });
  const send = page.getByRole('button', { name: 'Send', exact: true });
  await choose(page, /^People I choose/);
  await page.getByRole('listbox', { name: 'People' }).selectOption({ label: 'Ben Baker' });
  const addresses = page.getByLabel('Or by their addresses');
  await addresses.fill(`anna@${site.host}.example.com\nnobody@example.com`);
  await page.getByLabel('Title').fill('On paper');
  await send.click();
  await expect(page.getByText('No members here: nobody@example.com.').first()).toBeVisible();
  await expect(page.getByLabel('Title')).toHaveValue('On paper');
  await expect(page.getByRole('radio', { name: /^People I choose/ })).toBeChecked();
  await expect(page.getByRole('listbox', { name: 'People' })).toHaveValues([/./]);
  await addresses.fill(`anna@${site.host}.example.com`);
  await send.click();
  await page.waitForURL(record);
  // Nothing is found by its words there.
  await expect(page.locator('noscript .notice')).toContainText('Sent to 2 people');

  await page.goto(server.url(site.host, composer));
  await choose(page, /^A group/);
  await page.getByLabel('Group', { exact: true }).selectOption(site.group.id);
  await page.getByLabel('Title').fill('In a week');
  await choose(page, 'Later');
  const time = `${new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10)}T09:00`;
  await page.getByLabel('Goes out').fill(time);
  await send.click();
  await page.waitForURL(record);
  await follow(page.getByRole('link', { name: 'Cancel broadcast' }));
  await page.getByRole('button', { name: 'Cancel broadcast' }).click();
  await page.waitForURL(/done=cancelled/);
  await expect(page.locator('main .badge')).toHaveText('Cancelled');
  await context.close();
});

test('who has not got the right finds nothing here, and other sites’ broadcasts are nowhere', async ({
  page,
  server,
}) => {
  const site = await makeBroadcastSite(server);
  const there = await makeSite(server, 1);
  const statusOf = async (host: string, path: string) =>
    (await page.goto(server.url(host, path)))?.status();
  await signIn(page, server, { host: there.host, email: there.people.owner, path: composer });
  await page.getByLabel('Title').fill('Said elsewhere');
  await page.getByRole('button', { name: 'Send to 3 people' }).click();
  await page.waitForURL(record);
  const theirs = new URL(page.url()).pathname;

  await signIn(page, server, { host: site.host, email: site.people.owner, path: list });
  expect(await statusOf(site.host, theirs)).toBe(404);
  expect(await statusOf(site.host, `${theirs}/cancel`)).toBe(404);
  expect(await statusOf(site.host, `${list}/${randomUUID()}`)).toBe(404);
  expect(await statusOf(site.host, `${list}/nonsense`)).toBe(404);

  await signIn(page, server, { host: site.host, email: site.people.member, path: '/account' });
  expect(await statusOf(site.host, list)).toBe(404);
  expect(await statusOf(site.host, composer)).toBe(404);

  await giveRights(server, site, ['posts.read', 'notifications.read']);
  await signIn(page, server, { host: site.host, email: site.people.editor, path: list });
  await expect(page.getByRole('heading', { name: 'Nothing was sent yet' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'New broadcast' })).toHaveCount(0);
  expect(await statusOf(site.host, composer)).toBe(404);

  await giveRights(server, site, ['posts.read']);
  await signIn(page, server, { host: site.host, email: site.people.editor, path: '/admin' });
  await expect(page.getByRole('link', { name: 'Broadcasts' })).toHaveCount(0);
  expect(await statusOf(site.host, list)).toBe(404);
});
