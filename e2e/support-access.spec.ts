import { askToActAs, barOf, beginAs, openAs, supportReason } from './support/act-as';
import { httpClient } from './support/http-client';
import { expectAccessibleInBoth, expectNoSidewaysScroll, lookAt } from './support/look-at';
import { alertOf, fillSignIn, signIn, withoutScripts } from './support/sign-in';
import { expect, test } from './support/test';

test('a superuser acts as an owner, looks, and ends it @phone', async ({ page, server }) => {
  const { email, host, slug } = await askToActAs(page, server);
  await page.getByRole('button', { name: 'Begin' }).click();
  await expect(page.getByText('Say why, in 10 characters at least.')).toBeVisible();
  await lookAt(page, 'support-begin');
  await beginAs(page, email);
  await lookAt(page, 'support-begun');
  await openAs(page, server, host);
  const bar = barOf(page);
  await expect(bar).toContainText(/ acting as .*looking only.*15 min left/s);
  await expect(bar).toContainText(supportReason);
  await expect(bar.getByRole('status').first()).toContainText('Nothing can be changed');
  for (const path of ['/admin/posts', '/admin/members', '/admin/audit', '/admin/support']) {
    await page.goto(server.url(host, path));
    await expect(bar, path).toBeVisible();
    await expect(bar, 'said once').not.toContainText('Nothing can be changed');
    await expect(page.getByRole('link', { name: /^New / })).toHaveCount(0);
  }
  await page.goto(server.url(host, '/admin/posts'));
  await page.mouse.wheel(0, 600);
  await expect(bar).toBeInViewport({ ratio: 1 });
  await expectAccessibleInBoth(page, {
    also: (scheme) =>
      page.screenshot({
        path: `test-results/states/support-bar-${page.viewportSize()?.width}-${scheme}.png`,
      }),
  });
  await expectNoSidewaysScroll(page);
  await page.goto(server.url(host, '/account'));
  await expect(bar).toBeVisible();
  await expect(page.getByText('Where you are signed in')).toHaveCount(0);
  await page.screenshot({
    path: `test-results/states/support-account-${page.viewportSize()?.width}.png`,
  });
  for (const path of ['/admin/posts/new', '/admin/settings', '/admin/settings/delete']) {
    await page.goto(server.url(host, path));
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('This page does not exist');
  }
  await bar.getByRole('button', { name: 'End' }).focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(server.url(host, '/session/ended'));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Support access has ended');
  await page.getByRole('link', { name: 'Back to the console' }).click();
  await expect(page.getByRole('heading', { level: 1, name: `The ${slug}` })).toBeVisible();
});

test('the owner sees it and ends it, and no copy of the cookie is good any more', async ({
  page,
  server,
  browser,
}) => {
  const { email, host } = await askToActAs(page, server);
  await beginAs(page, email);
  await openAs(page, server, host);
  const copy = httpClient(server, host);
  for (const { name, value } of await page.context().cookies(server.url(host))) {
    copy.cookies.set(name, value);
  }
  expect((await copy.get('/admin')).status).toBe(200);
  const own = await (await browser.newContext()).newPage();
  await own.goto(server.url(host, '/login?next=%2Fadmin%2Fsupport'));
  await fillSignIn(own, email, 'a long password');
  await expect(own.getByText(supportReason)).toBeVisible();
  await lookAt(own, 'support-running');
  const began = Date.now();
  await own.getByRole('button', { name: 'End now' }).click();
  await expect(own.getByText('Nobody is here')).toBeVisible();
  await expect(async () => expect((await copy.get('/admin')).status).toBe(307)).toPass({
    timeout: 2000,
  });
  expect(Date.now() - began).toBeLessThan(10_000);
  await page.goto(server.url(host, '/admin'));
  await expect(barOf(page)).toHaveCount(0);
  await own.goto(server.url(host, '/admin/audit'));
  await expect(own.getByRole('table')).toContainText(/Support\W+ended/i);
  await own.context().close();
});

test('with a grant of the owner it changes things, in both names', async ({
  page,
  server,
  browser,
}) => {
  const { email, host, home } = await askToActAs(page, server);
  const own = await (await browser.newContext()).newPage();
  await own.goto(server.url(host, '/login?next=%2Fadmin%2Fsupport'));
  await fillSignIn(own, email, 'a long password');
  await own.getByLabel('Let support change things for').selectOption('3');
  await own.getByRole('button', { name: 'Grant' }).click();
  await expect(own.getByText('Support may change things until')).toBeVisible();
  await page.goto(`${home}/support`);
  await beginAs(page, email, { write: true });
  await openAs(page, server, host);
  await expect(barOf(page)).toContainText('may change things');
  await page.goto(server.url(host, '/admin/tags/new'));
  await page.getByLabel('Name').fill('Made by support');
  const second = await page.context().newPage();
  await second.goto(server.url(host, '/admin/tags/new'));
  await second.getByLabel('Name').fill('Too late');
  await page
    .getByRole('button', { name: /^(Save|Create)/ })
    .first()
    .click();
  await page.waitForURL(/done=created/);
  await own.goto(server.url(host, '/admin/audit'));
  await expect(own.getByRole('table')).toContainText('Root for owner');
  await lookAt(own, 'support-audit');
  await own.goto(server.url(host, '/admin/support'));
  await own.getByRole('button', { name: 'Withdraw' }).click();
  await expect(own.getByText('Support looks only, and changes nothing.')).toBeVisible();
  await second
    .getByRole('button', { name: /^(Save|Create)/ })
    .first()
    .click();
  await expect(alertOf(second).getByText(/may change nothing here/)).toBeVisible();
  await own.context().close();
});

test('without scripts it begins, is entered and ends', async ({ page, server, browser }) => {
  const { email, host, home } = await askToActAs(page, server);
  const plain = await (await withoutScripts(browser)).newPage();
  await signIn(plain, server, { host: 'localhost', email: 'root@example.com' });
  await plain.goto(`${home}/support`);
  await beginAs(plain, email);
  await plain.getByRole('link', { name: /^Open The/ }).click();
  await plain.getByRole('button', { name: 'Continue' }).click();
  await plain.waitForURL(server.url(host, '/admin'));
  await barOf(plain).getByRole('button', { name: 'End' }).click();
  await expect(plain).toHaveURL(server.url(host, '/session/ended'));
  await plain.goto(server.url(host, '/admin'));
  await expect(barOf(plain)).toHaveCount(0);
  await plain.context().close();
});

test('to a tenant’s owner there is no such page of the console', async ({
  page,
  server,
  browser,
}) => {
  const { email, home } = await askToActAs(page, server);
  await beginAs(page, email);
  const own = await (await browser.newContext()).newPage();
  await own.goto(server.url('localhost', '/login'));
  await fillSignIn(own, email, 'a long password');
  await own.waitForURL(server.url('localhost', '/account'));
  expect((await own.goto(`${home}/support`))?.status()).toBe(404);
  await own.context().close();
});
