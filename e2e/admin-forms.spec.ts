import type { Page } from '@playwright/test';
import { type MadeSite, makeSite } from './support/make-site';
import { signIn, withoutScripts } from './support/sign-in';
import { expect, test } from './support/test';

let site: MadeSite;
test.beforeAll(async ({ server }) => {
  site = await makeSite(server, 6);
});

test('of two people who edit the same post, the second is told and may choose', async ({
  browser,
  server,
}) => {
  const path = `/admin/posts/${site.posts[0]}`;
  const [first, second] = [await browser.newPage(), await browser.newPage()];
  await signIn(first, server, { host: site.host, email: site.people.owner, path });
  await signIn(second, server, { host: site.host, email: site.people.editor, path });
  await first.getByLabel('Title').fill('By the owner');
  await saveAndContinue(first);
  await expect(first.getByText('Post saved', { exact: true }).first()).toBeVisible();
  await second.getByLabel('Title').fill('By the editor');
  await saveAndContinue(second);
  const notice = second.getByRole('alert').filter({ hasText: 'Not saved' });
  await expect(notice).toContainText('Owner changed this');
  await expect(notice).toContainText('Title');
  await expect(second.getByLabel('Title')).toHaveValue('By the editor');
  await notice.getByRole('button', { name: /Save mine/ }).click();
  await expect(second.getByRole('heading', { level: 1 })).toHaveText('Posts');
  await first.goto(server.url(site.host, path));
  await expect(first.getByLabel('Title')).toHaveValue('By the editor');
  await first.close();
  await second.close();
});

test('without JavaScript a refused save stays refused until the person chooses', async ({
  browser,
  server,
}) => {
  const own = await makeSite(server, 1);
  const path = `/admin/posts/${own.posts[0]}`;
  const context = await withoutScripts(browser);
  const second = await context.newPage();
  const first = await browser.newPage();
  await signIn(second, server, { host: own.host, email: own.people.editor, path });
  await signIn(first, server, { host: own.host, email: own.people.owner, path });
  await first.getByLabel('Title').fill('By the owner');
  await saveAndContinue(first);
  await expect(first.getByText('Post saved', { exact: true }).first()).toBeVisible();
  await second.getByLabel('Title').fill('By the editor');
  const notice = second.getByRole('alert').filter({ hasText: 'Not saved' });
  // The form is drawn anew on the server, beside the newest version: it must not pass for that one's.
  for (const _ of [1, 2]) {
    await second.getByRole('button', { name: 'Save', exact: true }).last().click();
    await expect(notice).toContainText('Owner changed this');
    await expect(second.getByLabel('Title')).toHaveValue('By the editor');
  }
  await notice.getByRole('button', { name: /Save mine/ }).click();
  await first.goto(server.url(own.host, path));
  await expect(first.getByLabel('Title')).toHaveValue('By the editor');
  await first.close();
  await context.close();
});

test('what cannot be saved is said beside the field, and nothing typed is lost', async ({
  page,
  server,
}) => {
  await signIn(page, server, {
    host: site.host,
    email: site.people.owner,
    path: '/admin/posts/new',
  });
  await page.getByLabel('Slug').fill('Not a slug!');
  await page.getByLabel('Description').fill('Kept');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  const summary = page.getByRole('alert').filter({ hasText: 'to put right' });
  await expect(summary).toBeFocused();
  await expect(page.getByLabel('Title')).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByLabel('Slug')).toHaveValue('Not a slug!');
  await expect(page.getByLabel('Description')).toHaveValue('Kept');
  await summary.getByRole('link', { name: /Title/ }).click();
  await expect(page.getByLabel('Title')).toBeFocused();
});

test('a form sent twice makes one post', async ({ page, server }) => {
  await signIn(page, server, {
    host: site.host,
    email: site.people.owner,
    path: '/admin/posts/new',
  });
  await page.getByLabel('Title').fill('Only once');
  await page.getByLabel('Slug').fill('only-once');
  const form = await page.locator('#record-form').evaluate((element) => {
    const data = new FormData(element as HTMLFormElement);
    return [...data].map(([name, value]) => [name, String(value)] as const);
  });
  await page.evaluate(() => {
    const element = document.querySelector<HTMLFormElement>('#record-form');
    element?.requestSubmit();
    element?.requestSubmit();
  });
  await expect(page).toHaveURL(/\/admin\/posts\?/);
  expect(form.some(([name]) => name === '_once')).toBe(true);
  await page.goto(server.url(site.host, '/admin/posts?q=Only+once'));
  await expect(page.locator('tbody tr')).toHaveCount(1);
});

test('a form works without scripts: refused, put right, saved, edited', async ({
  browser,
  server,
}) => {
  const context = await withoutScripts(browser);
  const page = await context.newPage();
  await signIn(page, server, {
    host: site.host,
    email: site.people.owner,
    path: '/admin/posts/new',
  });
  await page.getByLabel('Description').fill('Written without scripts');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('to put right')).toBeVisible();
  await expect(page.getByLabel('Description')).toHaveValue('Written without scripts');
  await page.getByLabel('Title').fill('Plain');
  await page.locator('select[name=tags]').selectOption({ label: 'News' });
  await page.getByRole('button', { name: 'Save and continue' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Plain');
  await expect(page.getByLabel('Slug')).toHaveValue('plain');
  await expect(page.locator('select[name=tags] option:checked')).toHaveText(['News']);
  await page.getByLabel('Title').fill('Plain, edited');
  await page.getByRole('button', { name: 'Publish' }).click();
  await page.goto(server.url(site.host, '/blog/plain'));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Plain, edited');
  await context.close();
});

test('the history tells each change, and brings a version back', async ({ page, server }) => {
  const path = `/admin/posts/${site.posts[2]}`;
  await signIn(page, server, { host: site.host, email: site.people.owner, path });
  await page.getByLabel('Title').fill('Changed title');
  await saveAndContinue(page);
  await expect(page.getByText('Post saved', { exact: true }).first()).toBeVisible();
  await page.getByRole('link', { name: 'History' }).click();
  const newest = page.locator('.timeline li').first();
  await expect(newest).toContainText('Owner Person changed title');
  await newest.getByText('Show what changed').click();
  await expect(newest.locator('del')).toContainText('Post 3');
  await expect(newest.locator('ins')).toContainText('Changed title');
  await page.getByRole('button', { name: 'Restore version 1' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Post 3');
});

test('leaving with changes that are not saved is asked about', async ({ page, server }) => {
  const path = `/admin/posts/${site.posts[3]}`;
  await signIn(page, server, { host: site.host, email: site.people.owner, path });
  await page.waitForLoadState('networkidle');
  await page.getByLabel('Title').fill('Half');
  await page.getByRole('link', { name: 'Tags' }).first().click();
  await expect(page.getByRole('alertdialog')).toContainText('Leave without saving?');
  await page.getByRole('button', { name: 'Stay here' }).click();
  await expect(page.getByLabel('Title')).toHaveValue('Half');
});

async function saveAndContinue(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Save and continue' }).click();
}
