import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { projectRoot } from '../lib/testing/project-root';
import { expectAccessibleInBoth, expectNoSidewaysScroll } from './support/look-at';
import { pressSlash } from './support/press-slash';
import { withoutScripts } from './support/sign-in';
import { expect, test } from './support/test';

const host = 'acme.localhost';

test('the box opens over a page and leads to an article @phone', async ({ page, server }) => {
  await page.goto(server.url(host, '/blog'));
  await page.getByRole('link', { name: 'Search articles' }).click();
  const dialog = page.getByRole('dialog', { name: 'Search ACME Corporation' });
  const box = dialog.getByRole('combobox');
  await expect(box).toBeFocused();
  await expect(dialog).toContainText('Type to find articles');
  await box.pressSequentially('magnet', { delay: 30 });
  const options = dialog.getByRole('option');
  await expect(options.last()).toHaveText(/^See all/);
  await expect(dialog.getByRole('status')).toHaveText(/article/);
  expect(await options.count()).toBeLessThanOrEqual(9);
  await lookAtBox(page, 'search-box-results');
  await page.keyboard.press('ArrowDown');
  await expect(options.first()).toHaveAttribute('aria-selected', 'true');
  const id = (await options.first().getAttribute('id')) ?? 'none';
  await expect(box).toHaveAttribute('aria-activedescendant', id);
  await expect(box).toBeFocused();
  await lookAtBox(page, 'search-box-current');
  const wanted = (await options.first().locator('.box-words').textContent()) ?? 'none';
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(wanted);
  await expect(dialog).toHaveCount(0);
});

test('arrows go round, Enter in the box shows all, and it is remembered', async ({
  page,
  server,
}) => {
  await page.goto(server.url(host, '/'));
  await pressSlash(page);
  const dialog = page.getByRole('dialog', { name: /^Search / });
  const box = dialog.getByRole('combobox');
  await box.fill('anvil');
  // The way to all is there before the answer, and stays current when that comes.
  await page.keyboard.press('ArrowUp');
  await expect(dialog.getByRole('option').last()).toHaveText(/^See all \d+/);
  await expect(dialog.getByRole('option').last()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ArrowDown');
  await expect(dialog.getByRole('option', { selected: true })).toHaveCount(0);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(server.url(host, '/search?q=anvil'));
  await expect(page.getByText(/about “anvil”/)).toBeVisible();

  await page.goto(server.url(host, '/tags'));
  await pressSlash(page);
  await expect(dialog.getByRole('option')).toHaveText(['anvil']);
  await lookAtBox(page, 'search-box-recent');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(server.url(host, '/search?q=anvil'));
  await page.goto(server.url(host, '/tags'));
  await pressSlash(page);
  await dialog.getByRole('button', { name: 'Clear recent searches' }).click();
  await expect(dialog.getByRole('option')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
});

test('another site remembers its own searches', async ({ page, server }) => {
  await page.goto(server.url(host, '/search'));
  await page.getByRole('searchbox').fill('anvil');
  await page.keyboard.press('Enter');
  await page.goto(server.url('globex.localhost', '/search'));
  await expect(page.getByRole('heading', { name: 'Newest articles' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Recent searches' })).toHaveCount(0);
});

test('in the box nothing matches, or nothing answers, and it says so', async ({ page, server }) => {
  await page.goto(server.url(host, '/'));
  await pressSlash(page);
  const dialog = page.getByRole('dialog', { name: /^Search / });
  await dialog.getByRole('combobox').fill('xylophone quartz');
  await expect(dialog.getByRole('status')).toContainText('No articles match');
  await lookAtBox(page, 'search-box-no-match');
  await page.route(/\/api\/search\?/, (route) => route.abort());
  await dialog.getByRole('combobox').fill('anvil');
  await expect(dialog.getByRole('status')).toContainText('does not answer');
  await page.unroute(/\/api\/search\?/);
  await dialog.getByRole('button', { name: 'Try again' }).click();
  await expect(dialog.getByRole('option').first()).toBeVisible();
});

test('the slash means itself in a field, and can be switched off', async ({ page, server }) => {
  await page.goto(server.url(host, '/'));
  await pressSlash(page);
  const dialog = page.getByRole('dialog', { name: /^Search / });
  await page.keyboard.type('1/2');
  await expect(dialog.getByRole('combobox')).toHaveValue('1/2');
  await dialog.getByRole('button', { name: /Turn off/ }).click();
  await page.keyboard.press('Escape');
  await pressSlash(page);
  await page.waitForTimeout(300);
  await expect(dialog).toHaveCount(0);
  await page.getByRole('link', { name: 'Search articles' }).click();
  await dialog.getByRole('button', { name: /Turn on/ }).click();
});

test('a page loads nothing of the box before it is wanted, and without scripts the way is a link', async ({
  browser,
  page,
  server,
}) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(server.url(host, '/'), { waitUntil: 'networkidle' });
  const before = asked.length;
  expect(asked.filter((url) => new URL(url).pathname.endsWith('/search'))).toEqual([]);
  await page.getByRole('link', { name: 'Search articles' }).hover();
  await expect.poll(() => asked.length).toBeGreaterThan(before);

  const context = await withoutScripts(browser);
  const plain = await context.newPage();
  await plain.goto(server.url(host, '/'));
  await plain.getByRole('link', { name: 'Search articles' }).click();
  await expect(plain).toHaveURL(server.url(host, '/search'));
  await context.close();
});

async function lookAtBox(page: Page, name: string): Promise<void> {
  const width = page.viewportSize()?.width ?? 0;
  const path = (scheme: string) =>
    join(projectRoot, 'test-results', 'states', `${name}-${width}-${scheme}.png`);
  await expectAccessibleInBoth(page, {
    part: '.search-box',
    also: (scheme) => page.screenshot({ path: path(scheme) }),
  });
  await expectNoSidewaysScroll(page);
}
