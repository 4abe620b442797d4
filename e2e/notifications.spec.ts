import type { Page } from '@playwright/test';
import { lookAt } from './support/look-at';
import { type MadeSite, makeSite } from './support/make-site';
import { signIn, signInByHttp } from './support/sign-in';
import { expect, type SharedServer, test } from './support/test';

let site: MadeSite;
let other: MadeSite;
test.beforeEach(async ({ server }) => {
  [site, other] = [await makeSite(server, 1), await makeSite(server, 1)];
});

const bell = (page: Page) => page.getByRole('link', { name: /^Notifications/ });
const toast = (page: Page, title: string) => page.locator('.toast').filter({ hasText: title });

/** Sends as the site's owner, through the API. */
async function broadcast(server: SharedServer, at: MadeSite, title: string, more: object = {}) {
  const owner = await signInByHttp(server, at.host, at.people.owner);
  const body = JSON.stringify({
    title,
    body: 'The dock floor is being levelled.',
    audience: { all: true },
    ...more,
  });
  const answer = await owner.post('/api/v1/notifications/broadcast', body, [
    ['Origin', owner.origin],
    ['Content-Type', 'application/json'],
  ]);
  expect(answer.status, answer.body).toBe(201);
}

test('two people hear a broadcast on their open pages, and nobody of another site @phone', async ({
  page,
  server,
  browser,
}) => {
  await signIn(page, server, { host: site.host, email: site.people.editor, path: '/admin' });
  const [first, second] = [await browser.newContext(), await browser.newContext()];
  const [reader, stranger] = [await first.newPage(), await second.newPage()];
  await signIn(reader, server, {
    host: site.host,
    email: site.people.member,
    path: '/blog/post-1',
  });
  await signIn(stranger, server, { host: other.host, email: other.people.editor, path: '/admin' });
  for (const one of [page, reader, stranger]) await expect(bell(one)).toBeVisible();
  await broadcast(server, site, 'Warehouse closed on Friday');
  await expect(toast(page, 'Warehouse closed on Friday')).toBeVisible();
  await expect(toast(reader, 'Warehouse closed on Friday')).toBeVisible();
  await expect(bell(page)).toHaveAccessibleName('Notifications, 1 unread');
  // The stranger hears their own site afterwards: by then the other would have come.
  await broadcast(server, other, 'Only for us');
  await expect(toast(stranger, 'Only for us')).toBeVisible();
  await expect(toast(stranger, 'Warehouse closed on Friday')).toHaveCount(0);
  await expect(bell(stranger)).toHaveAccessibleName('Notifications, 1 unread');
  await Promise.all([first.close(), second.close()]);
});

test('the inbox: new ones wait, are read, and stay read on every page @phone', async ({
  page,
  server,
  context,
}) => {
  await broadcast(server, site, 'Please weigh before you ship', { href: '/blog/post-1' });
  await signIn(page, server, {
    host: site.host,
    email: site.people.member,
    path: '/notifications',
  });
  const line = (title: string) => page.locator('.inbox-line').filter({ hasText: title });
  await expect(line('Please weigh before you ship')).toBeVisible();
  await expect(page.getByText('Today')).toBeVisible();
  await lookAt(page, 'notifications');
  const second = await context.newPage();
  await second.goto(server.url(site.host, '/blog/post-1'));
  await expect(bell(second)).toHaveAccessibleName('Notifications, 1 unread');
  await broadcast(server, site, 'A second one');
  await page.getByRole('button', { name: '1 new notification' }).click();
  await expect(line('A second one')).toBeVisible();
  await page.getByRole('button', { name: 'Mark read A second one' }).click();
  await expect(bell(second)).toHaveAccessibleName('Notifications, 1 unread');
  await page.getByRole('button', { name: 'Mark all read' }).click();
  await expect(bell(second)).toHaveAccessibleName('Notifications');
  await page.getByRole('link', { name: 'Unread' }).click();
  await expect(page.getByText('Everything is read')).toBeVisible();
  await lookAt(page, 'notifications-empty');
});

test('what was missed while away is told once, when the page is back', async ({
  page,
  server,
  context,
}) => {
  await signIn(page, server, { host: site.host, email: site.people.editor, path: '/admin' });
  const state = page.locator('[data-realtime]');
  await expect(state).toHaveAttribute('data-realtime', 'on');
  await context.setOffline(true);
  await broadcast(server, site, 'Said while away');
  await context.setOffline(false);
  await expect(toast(page, 'Said while away')).toHaveCount(1);
  await expect(bell(page)).toHaveAccessibleName('Notifications, 1 unread');
});

test('wishes are kept @phone', async ({ page, server }) => {
  await signIn(page, server, {
    ...{ host: site.host, email: site.people.member, path: '/notifications/preferences' },
  });
  await lookAt(page, 'notification-preferences');
  const group = page.getByRole('group', { name: 'New posts' });
  await group.getByRole('checkbox', { name: 'Here' }).check();
  await group.getByLabel('By email').selectOption('digest');
  await page.getByRole('button', { name: 'Save preferences' }).click();
  await expect(page.getByText('It holds for what comes from now on.')).toBeVisible();
  await expect(group.getByRole('checkbox', { name: 'Here' })).toBeChecked();
  await expect(group.getByLabel('By email')).toHaveValue('digest');
});
