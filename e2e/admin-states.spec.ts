import type { Locator, Page } from '@playwright/test';
import { lookAt } from './support/look-at';
import { makeSite } from './support/make-site';
import { signIn } from './support/sign-in';
import { expect, type SharedServer, test } from './support/test';

// What a person meets besides a full list and a saved form (D32). Pictures: test-results/states.
test.setTimeout(180_000);

test('nothing there yet, nothing that fits, nothing at an address @phone', async ({
  page,
  server,
}) => {
  const site = await makeSite(server, 0);
  const open = (path: string) => page.goto(server.url(site.host, path));
  await signIn(page, server, { host: site.host, email: site.people.owner, path: '/admin' });
  await test.step('a new site', async () => {
    await expect(page.getByText('No drafts')).toBeVisible();
    await lookAt(page, 'empty-dashboard');
  });
  await test.step('empty', async () => {
    await open('/admin/posts');
    await expect(page.getByRole('heading', { name: 'No posts yet' })).toBeVisible();
    await expect(page.getByText('Write the first one')).toBeVisible();
    await lookAt(page, 'empty');
    await page.locator('.state').getByRole('link', { name: 'New post' }).click();
    await expect(page).toHaveURL(/\/admin\/posts\/new/);
  });
  await test.step('no match', async () => {
    await open('/admin/tags?q=nothing-like-it');
    await expect(page.getByText('No tags match “nothing-like-it”')).toBeVisible();
    await expect(page.getByText('Check the spelling, or try fewer words.')).toBeVisible();
    await lookAt(page, 'no-match');
    await page.getByRole('link', { name: 'Clear search' }).click();
    await expect(page.locator('tbody tr')).toHaveCount(1);
    await open('/admin/posts?status=draft');
    await page.locator('.state').getByRole('link', { name: 'Clear filters' }).click();
    await expect(page.getByRole('heading', { name: 'No posts yet' })).toBeVisible();
  });
  await test.step('404', async () => {
    expect((await open('/admin/posts/00000000-0000-4000-8000-000000000000'))?.status()).toBe(404);
    await expect(page.getByText('It may have been deleted or moved to the trash')).toBeVisible();
    await lookAt(page, 'not-found');
    await page.getByRole('link', { name: 'Go to the dashboard' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Dashboard');
  });
});

test('what one may not do, what was left out, who was first, what takes its time @phone', async ({
  page,
  server,
}) => {
  const site = await makeSite(server, 4);
  const open = (path: string) => page.goto(server.url(site.host, path));
  const editor = { host: site.host, email: site.people.editor };
  await signIn(page, server, { ...editor, path: '/admin/authors?trash=1' });
  await test.step('no permission', async () => {
    await expect(page.getByText('Only owners and admins can restore or delete')).toBeVisible();
    await lookAt(page, 'no-permission-list');
    expect((await open('/admin/settings'))?.status()).toBe(404);
    await expect(page.getByText('Owners and admins of this site can give you')).toBeVisible();
    await lookAt(page, 'no-permission');
  });
  await test.step('bulk with partial failure', () => publishSome(page, server, site.host));
  await test.step('conflict', () => beTooLate(page, open, `/admin/authors/${site.author}`));
  await test.step('loading', () => waitForList(page, open));
  await test.step('saving', () => waitForSave(page, open, `/admin/tags/${site.tag}`));
});

type Open = (path: string) => Promise<unknown>;

async function publishSome(page: Page, server: SharedServer, host: string): Promise<void> {
  await page.goto(server.url(host, '/admin/posts'));
  for (const title of ['Post 2', 'Post 3']) {
    await page.locator('tr', { hasText: title }).getByRole('checkbox').check();
  }
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  const told = page.locator('.notice').filter({ hasText: 'Published 1 post, 1 was left out.' });
  await told.getByText('Show why').click();
  await expect(told).toContainText('Post 3: It is published already.');
  await lookAt(page, 'left-out');
}

async function beTooLate(page: Page, open: Open, path: string): Promise<void> {
  await open(path);
  const other = await page.context().newPage();
  await other.goto(page.url());
  await other.getByLabel('Name').fill('Saved first');
  await other.getByRole('button', { name: 'Save', exact: true }).click();
  await other.waitForURL(/done=saved/);
  await other.close();
  await page.getByLabel('Name').fill('Saved too late');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  const notice = page.getByRole('alert').filter({ hasText: 'Not saved' });
  await expect(notice).toContainText('Editor changed this');
  await expect(notice.getByRole('link', { name: 'Compare in a new tab' })).toBeVisible();
  await expect(notice.getByRole('button', { name: 'Save mine over it' })).toBeVisible();
  await expect(page.getByText('1 change not saved')).toBeVisible();
  await lookAt(page, 'conflict');
  await notice.getByRole('link', { name: 'Take Editor’s version' }).click();
  await expect(page.getByLabel('Name')).toHaveValue('Saved first');
}

/** The old page stays as it is until the new one is there; only a line says that it comes. */
async function waitForList(page: Page, open: Open): Promise<void> {
  await open('/admin/posts');
  await page.waitForLoadState('networkidle');
  const table = page.getByRole('table');
  const before = await placeOf(table);
  const answer = await holdBack(page, '**/admin/posts?trash=1*');
  await page.getByRole('link', { name: 'Trash', exact: true }).click();
  const main = page.getByRole('main');
  await expect(main).toHaveAttribute('aria-busy', 'true');
  await expect(main.getByText('Loading…')).toBeAttached();
  expect(await placeOf(table)).toBe(before);
  await lookAt(page, 'loading');
  answer();
  await expect(page.getByRole('heading', { name: 'The trash is empty' })).toBeVisible();
  await expect(main).not.toHaveAttribute('aria-busy');
  await lookAt(page, 'empty-trash');
}

async function waitForSave(page: Page, open: Open, path: string): Promise<void> {
  await open(path);
  await page.waitForLoadState('networkidle');
  await page.getByLabel('Name').fill('Slowly saved');
  const title = await placeOf(page.getByLabel('Name'));
  const answer = await holdBack(page, `**${path}`);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Saving…')).toBeVisible();
  expect(await placeOf(page.getByLabel('Name'))).toBe(title);
  await lookAt(page, 'saving');
  answer();
  await expect(page.locator('tr', { hasText: 'Slowly saved' })).toBeVisible();
}

/** How far down the page something stands, wherever it is scrolled to. */
function placeOf(part: Locator): Promise<number> {
  return part.evaluate((element) => element.getBoundingClientRect().top + window.scrollY);
}

/** Keeps the answers of some addresses waiting; gives what lets them go. */
async function holdBack(page: Page, addresses: string): Promise<() => void> {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(addresses, async (route) => {
    await released;
    await route.continue();
  });
  return release;
}
