import { expectAccessibleInBoth, expectNoSidewaysScroll, lookAt } from './support/look-at';
import { pressSlash } from './support/press-slash';
import { withoutScripts } from './support/sign-in';
import { expect, test } from './support/test';

const host = 'acme.localhost';

test('results follow what is typed, and the address too @phone', async ({ page, server }) => {
  await page.goto(server.url(host, '/search'));
  const entries = await page.evaluate(() => history.length);
  const box = page.getByRole('searchbox', { name: 'Search articles' });
  const count = page.locator('#main').getByRole('status');
  await box.pressSequentially('magn', { delay: 30 });
  await expect(count).toHaveText(/^\d+ articles about “magn”$/);
  await expect(page).toHaveURL(server.url(host, '/search?q=magn'));
  await expect(page.locator('.hit-title mark').first()).toHaveText(/^magn/i);
  await box.pressSequentially('ets at night', { delay: 30 });
  await expect(page.locator('.hit').first()).toContainText('What the magnets do at night');
  await expect(page).toHaveURL(server.url(host, '/search?q=magnets+at+night'));
  // Back leads to where one came from, not to letters.
  expect(await page.evaluate(() => history.length)).toBe(entries);
});

test('what was overtaken is dropped, and slow answers move nothing', async ({ page, server }) => {
  await page.goto(server.url(host, '/search?q=anvil'));
  await expect(page.locator('.hit').first()).toBeVisible();
  await page.route(/\/api\/search\?q=skat&/, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1500));
    await route.continue().catch(() => {});
  });
  const box = page.getByRole('searchbox');
  await box.fill('skat');
  // The old ones stay meanwhile, dimmed.
  await expect(page.locator('.search-found')).toHaveAttribute('aria-busy', 'true');
  await expect(page.getByText(/about “anvil”/)).toBeVisible();
  await box.fill('ferns');
  await expect(page.getByText(/about “ferns”/)).toBeVisible();
  await page.waitForTimeout(1800);
  await expect(page.getByText(/about “ferns”/)).toBeVisible();
  await expect(page).toHaveURL(/q=ferns$/);
});

test('a request that fails leaves what was there, and can be repeated', async ({
  page,
  server,
}) => {
  await page.goto(server.url(host, '/search?q=anvil'));
  await page.route(/\/api\/search\?q=anvils&/, (route) => route.abort());
  await page.getByRole('searchbox').fill('anvils');
  const notice = page.locator('#main').getByRole('alert');
  await expect(notice).toContainText('This was found about “anvil”');
  await expect(page.locator('.hit').first()).toBeVisible();
  await lookAt(page, 'search-still-old');
  await page.unroute(/\/api\/search\?q=anvils&/);
  await notice.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByText(/about “anvils”/)).toBeVisible();
  await expect(notice).toHaveCount(0);
});

test('where search does not answer at all the page says what still works', async ({
  page,
  server,
}) => {
  await page.goto(server.url(host, '/search'));
  await page.route(/\/api\/search\?/, (route) => route.fulfill({ status: 500, body: '{}' }));
  await page.getByRole('searchbox').fill('anvil');
  await expect(page.getByRole('heading', { name: /does not answer/ })).toBeVisible();
  await lookAt(page, 'search-failed');
  await page.unroute(/\/api\/search\?/);
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByText(/about “anvil”/)).toBeVisible();
});

test('the keyboard alone finds and opens an article, and comes back', async ({ page, server }) => {
  await page.goto(server.url(host, '/search'));
  await pressSlash(page);
  const box = page.getByRole('searchbox');
  await expect(box).toBeFocused();
  await page.keyboard.type('anvil');
  await expect(page.getByText(/about “anvil”/)).toBeVisible();
  const titles = page.locator('[data-hit]');
  await page.keyboard.press('ArrowDown');
  await expect(titles.nth(0)).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(titles.nth(1)).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await expect(box).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(box).toHaveValue('');
  await expect(page).toHaveURL(server.url(host, '/search'));
  await page.keyboard.type('magnets');
  await expect(page.getByText(/about “magnets”/)).toBeVisible();
  const wanted = (await titles.nth(1).textContent()) ?? 'none';
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(wanted);
  await page.goBack();
  await expect(page).toHaveURL(server.url(host, '/search?q=magnets'));
  await expect(page.getByRole('searchbox')).toHaveValue('magnets');
  await expect(page.getByText(/about “magnets”/)).toBeVisible();
});

test('without scripts it is a form with links @phone', async ({ browser, server }) => {
  const context = await withoutScripts(browser);
  const page = await context.newPage();
  await page.goto(server.url(host, '/search'));
  await expect(page.getByRole('heading', { name: 'Newest articles' })).toBeVisible();
  await page.getByRole('searchbox').fill('anvil');
  await page.getByRole('button', { name: 'Search', exact: true }).click();
  await expect(page).toHaveURL(server.url(host, '/search?q=anvil'));
  await expect(page.getByText(/^\d+ articles about “anvil”$/)).toBeVisible();
  await page.getByRole('navigation', { name: 'Narrow by topic' }).getByText('Engineering').click();
  await expect(page.getByText(/^\d+ of \d+ articles about “anvil” in Engineering$/)).toBeVisible();
  for (const hit of await page.locator('.hit').all())
    await expect(hit).toContainText('Engineering');
  await expectNoSidewaysScroll(page);
  await page.getByRole('link', { name: 'Clear search' }).click();
  await expect(page).toHaveURL(server.url(host, '/search'));
  await context.close();
});

test('topics narrow what was found, without asking again', async ({ page, server }) => {
  await page.goto(server.url(host, '/search?q=anvil'));
  let asked = 0;
  page.on('request', (request) => {
    if (request.url().includes('/search')) asked += 1;
  });
  const topics = page.getByRole('navigation', { name: 'Narrow by topic' });
  await topics.getByText('Engineering').click();
  await expect(page.getByText(/ in Engineering$/)).toBeVisible();
  await expect(page).toHaveURL(server.url(host, '/search?q=anvil&topic=engineering'));
  await expect(topics.getByText('Engineering')).toHaveAttribute('aria-current', 'true');
  await topics.getByText('All topics').click();
  await expect(page).toHaveURL(server.url(host, '/search?q=anvil'));
  expect(asked).toBe(0);
  await page.locator('.hit .tag').first().click();
  await expect(page).toHaveURL(/\/tags\//);
});

test('it looks right at the start, with results and with none @phone', async ({ page, server }) => {
  await page.goto(server.url(host, '/search'));
  for (const text of ['anvil', 'magnets at night']) {
    await page.getByRole('searchbox').fill(text);
    await page.getByRole('searchbox').press('Enter');
  }
  await page.goto(server.url(host, '/search'));
  await expect(page.getByRole('link', { name: 'magnets at night' })).toBeVisible();
  await lookAt(page, 'search-start');
  await page.getByRole('button', { name: 'Remove anvil' }).click();
  await expect(page.getByRole('link', { name: 'anvil', exact: true })).toHaveCount(0);
  await page.getByRole('searchbox').fill('magnet');
  await expect(page.getByText(/about “magnet”/)).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await lookAt(page, 'search-results');
  await page.getByRole('searchbox').fill('xylophone quartz');
  await expect(page.getByRole('heading', { name: /No articles match/ })).toBeVisible();
  await lookAt(page, 'search-no-match');
  await expectAccessibleInBoth(page);
});
