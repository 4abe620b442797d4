import type { Page } from '@playwright/test';
import { expectAccessibleInBoth, expectNoSidewaysScroll, lookAt } from './support/look-at';
import { type MadeSite, makeSite } from './support/make-site';
import { signIn, withoutScripts } from './support/sign-in';
import { expect, type SharedServer, test } from './support/test';

let site: MadeSite;
test.beforeAll(async ({ server }) => {
  site = await makeSite(server, 12);
});

const text = (page: Page) => page.getByRole('textbox', { name: 'Text', exact: true });
const title = (page: Page) => page.getByLabel('Title', { exact: true });
const saved = (page: Page) => page.locator('.saved-words').filter({ hasText: /Saved/ });
const markdown = (page: Page) => page.locator('textarea[name=body]');

async function open(page: Page, server: SharedServer, path: string, email = site.people.owner) {
  await signIn(page, server, { host: site.host, email, path });
  await expect(page.locator('.ProseMirror')).toBeVisible();
}

test('a post is written, kept by itself, and published @phone', async ({ page, server }) => {
  await open(page, server, '/admin/posts/new');
  await title(page).fill('Stones we kept');
  await title(page).press('Enter');
  await page.keyboard.type('Some are **heavy** and some are not.');
  await page.keyboard.press('Enter');
  await page.keyboard.type('## Why');
  await page.keyboard.press('Enter');
  await page.keyboard.type('- They were there');
  await expect(page).toHaveURL(/\/admin\/posts\/[0-9a-f-]{36}$/);
  await expect(saved(page)).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Stones we kept');
  await lookAt(page, 'post-editor');
  await expectNoSidewaysScroll(page);
  await expectAccessibleInBoth(page);
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  await expect(page.getByText('Post published', { exact: true }).first()).toBeVisible();
  await page.goto(server.url(site.host, '/blog/stones-we-kept'));
  await expect(page.locator('.prose strong')).toHaveText('heavy');
  await expect(page.locator('.prose h2')).toHaveText('Why');
  await expect(page.locator('.prose li')).toHaveText('They were there');
});

test('a tab that is killed loses nothing', async ({ page, browser, server }) => {
  const path = `/admin/posts/${site.posts[1]}`;
  await open(page, server, path);
  await text(page).click();
  await page.keyboard.press('Control+End');
  // A pause while typing saves what is there by then.
  const whole = page.waitForResponse(
    (answer) =>
      answer.url().endsWith('/api/autosave') &&
      (answer.request().postData() ?? '').includes('lights went out.'),
  );
  await page.keyboard.type(' Written before the lights went out.');
  expect((await whole).ok()).toBe(true);
  await expect(saved(page)).toBeVisible();
  await page.context().setOffline(true);
  await page.keyboard.type(' And this a moment before.');
  await expect(markdown(page)).toHaveValue(/a moment before/);
  await expect
    .poll(() => page.evaluate(() => JSON.stringify({ ...localStorage })))
    .toContain('a moment before');
  const context = page.context();
  // One that is closed still sends what it has.
  const killed = page.waitForEvent('crash');
  const session = await context.newCDPSession(page);
  session.send('Page.crash').catch(() => {});
  await killed;
  await page.close();
  await context.setOffline(false);
  const again = await context.newPage();
  await again.goto(server.url(site.host, path));
  await expect(again.locator('.ProseMirror')).toContainText('before the lights went out');
  await again.getByRole('button', { name: 'Use it' }).click();
  await expect(again.locator('.ProseMirror')).toContainText('a moment before');
  await expect(saved(again)).toBeVisible();
  const elsewhere = await browser.newPage();
  await open(elsewhere, server, path, site.people.editor);
  await expect(elsewhere.locator('.ProseMirror')).toContainText('a moment before');
  await elsewhere.close();
});

test('readers of a public post see what was published until it is published again', async ({
  page,
  server,
}) => {
  await open(page, server, `/admin/posts/${site.posts[0]}`);
  await title(page).fill('Post 1, second thoughts');
  await expect(saved(page)).toContainText('not published');
  const reader = await page.context().newPage();
  await reader.goto(server.url(site.host, '/blog/post-1'));
  await expect(reader.getByRole('heading', { level: 1 })).toHaveText('Post 1');
  await page.reload();
  await expect(title(page)).toHaveValue('Post 1, second thoughts');
  await expect(page.getByText('Changes not published')).toBeVisible();
  await expectAccessibleInBoth(page);
  await page.getByRole('button', { name: 'Publish changes' }).click();
  await expect(page.getByText('Post published', { exact: true }).first()).toBeVisible();
  await expect(page.getByText('Changes not published')).toHaveCount(0);
  await reader.reload();
  await expect(reader.getByRole('heading', { level: 1 })).toHaveText('Post 1, second thoughts');
  await title(page).fill('Post 1, third thoughts');
  await expect(saved(page)).toContainText('not published');
  await reader.goto(server.url(site.host, '/admin/posts?q=second+thoughts'));
  await expect(reader.locator('tbody tr').first()).toContainText('Changes not published');
  await page.reload();
  await page.getByRole('button', { name: 'Discard changes' }).click();
  await expect(title(page)).toHaveValue('Post 1, second thoughts');
});

test('a post goes out at its time, by the clocks of the site', async ({ page, server }) => {
  await open(page, server, `/admin/posts/${site.posts[3]}`);
  await page.getByLabel('Goes out').fill('2031-05-01T09:00');
  const button = page.getByRole('button', { name: 'Schedule', exact: true });
  await button.click();
  await expect(page.locator('.editor-badges')).toContainText('Scheduled');
  await expect(page.getByRole('button', { name: 'Update schedule' })).toBeVisible();
  const reader = await page.context().newPage();
  const address = server.url(site.host, '/blog/post-4');
  expect((await reader.goto(address))?.status()).toBe(404);
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Publish now' }).click();
  await expect(page.locator('.editor-badges')).toContainText('Published');
  expect((await reader.goto(address))?.status()).toBe(200);
});

test('without scripts a post is written as Markdown', async ({ browser, server }) => {
  const context = await withoutScripts(browser);
  const page = await context.newPage();
  const path = `/admin/posts/${site.posts[5]}`;
  await signIn(page, server, { host: site.host, email: site.people.owner, path });
  await title(page).fill('By hand');
  await markdown(page).fill('Plain **words**.');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(title(page)).toHaveValue('By hand');
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  await page.goto(server.url(site.host, '/blog/post-6'));
  await expect(page.locator('.prose strong')).toHaveText('words');
  await context.close();
});
