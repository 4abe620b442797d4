import type { Page } from '@playwright/test';
import { makeBroadcastSite, plantSent } from './support/broadcast-site';
import { follow } from './support/follow';
import { lookAt } from './support/look-at';
import { signIn } from './support/sign-in';
import { expect, type SharedServer, test } from './support/test';

const list = '/admin/notifications';
const composer = '/admin/notifications/new';
const record = /\/admin\/notifications\/[0-9a-f-]{36}/;

const choose = (page: Page, name: string | RegExp) =>
  page.getByRole('radio', { name }).check({ force: true });

/** The page of a broadcast, once the worker has sent it. */
async function expectSent(page: Page, people: number): Promise<void> {
  await page.waitForURL(record);
  await expect(page.locator('main .badge')).toHaveText('Sent', { timeout: 20_000 });
  // The sender's own page may have shown it by now.
  await expect(page.locator('main')).toContainText(
    new RegExp(`[01] of ${people} delivered, 0 read`),
  );
}

async function signInAsOwner(page: Page, server: SharedServer, path = list) {
  const site = await makeBroadcastSite(server);
  await signIn(page, server, { host: site.host, email: site.people.owner, path });
  return site;
}

test('a broadcast to everyone is written, sent and looked at @phone', async ({ page, server }) => {
  const site = await signInAsOwner(page, server);
  await expect(page.getByRole('heading', { name: 'Nothing was sent yet' })).toBeVisible();
  await lookAt(page, 'broadcasts-empty');
  await follow(page.locator('main').getByRole('link', { name: 'New broadcast' }));
  await plantSent(server, site, 25);
  await page.reload();
  await page.getByLabel('Title').fill('Warehouse closed on Friday');
  await page
    .getByRole('textbox', { name: 'Message' })
    .fill('The dock floor is being levelled. Orders placed after 12:00 leave on Monday.');
  await page.getByLabel('Link').fill('/blog/post-1');
  await expect(page.getByText('26 of 120')).toBeVisible();
  const preview = page.locator('section', { hasText: 'Preview' });
  await expect(preview).toContainText('Warehouse closed on Friday');
  await expect(preview).toContainText(site.name);
  await lookAt(page, 'broadcasts-compose');
  await page.getByRole('button', { name: 'Send to 7 people' }).click();
  await expect(page.getByText('Sent to 7 people').first()).toBeVisible();
  await expectSent(page, 7);
  await expect(page.locator('main')).toContainText('Owner Person');
  await lookAt(page, 'broadcasts-sent');

  await page.goto(server.url(site.host, list));
  await expect(page.locator('.sent-rows > li')).toHaveCount(20);
  await expect(page.locator('.sent-rows > li').first()).toContainText('Warehouse closed on Friday');
  await expect(page.locator('.sent-rows > li').nth(1)).toContainText('6 of 7 delivered, 4 read');
  await lookAt(page, 'broadcasts-list');
  await follow(page.getByRole('link', { name: 'Older' }));
  await expect(page.locator('.sent-rows > li')).toHaveCount(6);
  await expect(page.locator('main')).toContainText('Words number 25');
  await follow(page.getByRole('link', { name: 'Newest' }));
  await expect(page.locator('main')).toContainText('Warehouse closed on Friday');
  // Changed by hand, it is the list all the same.
  await page.goto(server.url(site.host, `${list}?cursor=nonsense`));
  await expect(page.locator('.sent-rows > li')).toHaveCount(20);
});

test('a group and chosen people get what is for them alone @phone', async ({ page, server }) => {
  const site = await signInAsOwner(page, server, composer);
  await choose(page, /^A group/);
  await page.getByLabel('Group', { exact: true }).selectOption(site.group.id);
  await page.getByLabel('Title').fill('For the warehouse');
  await lookAt(page, 'broadcasts-compose-group');
  await page.getByRole('button', { name: 'Send to 4 people' }).click();
  await expectSent(page, 4);
  await expect(page.locator('.facts')).toContainText(['Warehouse']);

  await page.goto(server.url(site.host, composer));
  await choose(page, /^People I choose/);
  const picker = page.getByRole('combobox', { name: 'People' });
  await picker.fill('carla');
  await page.getByRole('option', { name: /Carla Cole/ }).click();
  await picker.fill(site.people.editor);
  await page.getByRole('option', { name: /Editor Person/ }).click();
  await page.getByLabel('Title').fill('For the two of you');
  await lookAt(page, 'broadcasts-compose-people');
  await page.getByRole('button', { name: 'Send to 2 people' }).click();
  await expectSent(page, 2);
  await expect(page.locator('.facts')).toContainText(['2 people']);
});

test('what goes out later can be taken back until then @phone', async ({ page, server }) => {
  const { host } = await signInAsOwner(page, server, composer);
  await page.getByLabel('Title').fill('Spring sale');
  await choose(page, 'Later');
  const time = `${new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10)}T09:00`;
  await page.getByLabel('Goes out').fill(time);
  await lookAt(page, 'broadcasts-compose-later');
  await page.getByRole('button', { name: 'Schedule for 7 people' }).click();
  await page.waitForURL(record);
  await expect(page.getByText(/^Goes out on .* at 09:00/).first()).toBeVisible();
  await expect(page.locator('main .badge')).toHaveText('Scheduled');
  await lookAt(page, 'broadcasts-scheduled');
  const address = page.url().replace(/\?.*$/, '');

  await page.getByRole('link', { name: 'Cancel broadcast' }).click();
  const dialog = page.getByRole('alertdialog');
  await expect(dialog).toContainText('Cancel “Spring sale”?');
  await expect(dialog).toContainText('to 7 people');
  await dialog.getByRole('button', { name: 'Keep it' }).click();
  await page.goto(`${address}/cancel`);
  await lookAt(page, 'broadcasts-cancel');
  await page.getByRole('button', { name: 'Cancel broadcast' }).click();
  await expect(page.getByText('Cancelled. Nobody gets it').first()).toBeVisible();
  await expect(page.locator('main .badge')).toHaveText('Cancelled');
  await expect(page.getByRole('link', { name: 'Cancel broadcast' })).toHaveCount(0);
  await lookAt(page, 'broadcasts-cancelled');
  expect((await page.goto(`${address}/cancel`))?.status()).toBe(404);
  await page.goto(server.url(host, list));
  await expect(page.locator('.sent-rows > li')).toContainText(['Nobody got it']);
});

test('a refused form keeps what was typed, and says what to mend @phone', async ({
  page,
  server,
}) => {
  const site = await signInAsOwner(page, server, composer);
  await choose(page, /^People I choose/);
  await page.getByRole('textbox', { name: 'Message' }).fill('Nobody knows what this is about.');
  await page.getByLabel('Link').fill('https://elsewhere.example.com/');
  await choose(page, 'Later');
  await page.getByRole('button', { name: 'Schedule', exact: true }).click();
  const faults = page.getByRole('alert').filter({ hasText: 'things to put right' });
  await expect(faults).toBeFocused();
  for (const words of [
    'Choose who it is for',
    'Give it a title',
    'A path of this site',
    'Choose a day',
  ]) {
    await expect(faults).toContainText(words);
  }
  await expect(page.getByRole('textbox', { name: 'Message' })).toHaveValue(
    'Nobody knows what this is about.',
  );
  await expect(page.getByLabel('Link')).toHaveValue('https://elsewhere.example.com/');
  await expect(page.getByRole('radio', { name: /^People I choose/ })).toBeChecked();
  await expect(page.getByRole('radio', { name: 'Later' })).toBeChecked();
  await lookAt(page, 'broadcasts-refused');

  await page.getByRole('combobox', { name: 'People' }).fill('dan');
  await page.getByRole('option', { name: /Dan Dorn/ }).click();
  await page.getByLabel('Link').fill('/blog/post-1');
  await page.getByLabel('Goes out').fill('2020-01-01T09:00');
  await page.getByRole('button', { name: 'Schedule for 1 person' }).click();
  await expect(faults.or(page.getByRole('alert'))).toContainText(['This time has passed']);
  await expect(page.locator('.picked')).toHaveText('Dan Dorn');
  await choose(page, 'Now');
  await page.getByLabel('Title').fill('Now it has one');
  // Pressed twice, it is sent once.
  await page.getByRole('button', { name: 'Send to 1 person' }).dblclick();
  await expectSent(page, 1);
  await page.goto(server.url(site.host, list));
  await expect(page.locator('.sent-rows > li')).toHaveCount(1);
});

test('going back and writing something else sends that, too', async ({ page, server }) => {
  const site = await signInAsOwner(page, server, composer);
  for (const title of ['The first', 'The second']) {
    await page.getByLabel('Title').fill(title);
    await page.getByRole('button', { name: 'Send to 7 people' }).click();
    await expectSent(page, 7);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
    await page.goBack();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('New broadcast');
  }
  await page.goto(server.url(site.host, list));
  await expect(page.locator('.sent-rows > li')).toHaveCount(2);
});
