import { expectAccessible } from './support/axe';
import { httpGet } from './support/http-get';
import { postPage } from './support/post-page';
import { pressSlash } from './support/press-slash';
import { runScript } from './support/run-script';
import { startServer, type TestServer } from './support/server';
import { fillSignIn, signInByHttp, withoutScripts } from './support/sign-in';
import { expect, test } from './support/test';

// Tenants at /acme and /globex of the root host: links, forms, redirects, feeds and sessions of one
// stay under its own beginning.
test.describe.configure({ mode: 'serial' });
test.setTimeout(120_000);

let own: TestServer;
const at = (path: string) => own.url('localhost', path);

test.beforeAll(async () => {
  own = await startServer({ env: { TENANT_RESOLVER: 'domain,path' } });
});

test.afterAll(() => own.stop());

test('a reader stays under /acme, without reloading', async ({ page }) => {
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (line) => line.type() === 'error' && faults.push(line.text()));
  let documents = 0;
  page.on('request', (request) => {
    if (request.resourceType() === 'document') documents += 1;
  });
  await page.goto(at('/acme'));
  await page.getByRole('link', { name: 'Articles' }).first().click();
  await expect(page).toHaveURL(at('/acme/blog'));
  await page
    .getByRole('link', { name: /Search & rescue/ })
    .first()
    .click();
  await expect(page).toHaveURL(at('/acme/blog/search-that-works'));
  await page.getByRole('link', { name: 'things without a number get tidied away' }).click();
  await expect(page).toHaveURL(at('/acme/blog/office-plants'));
  const addresses = await page
    .locator('a[href^="/"], link[href^="/"][rel="alternate"]')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  expect(addresses.filter((one) => !one.startsWith('/acme') && one !== '/icon.svg')).toEqual([]);
  expect(documents).toBeLessThan(3);
  await expectAccessible(page);
  expect(faults).toEqual([]);
});

test('search stays under /acme while somebody types, and remembers for it alone', async ({
  page,
}) => {
  await page.goto(at('/acme/search'));
  await page.getByRole('searchbox').fill('anvil');
  await expect(page.getByText(/articles about “anvil”/)).toBeVisible();
  await expect(page).toHaveURL(at('/acme/search?q=anvil'));
  await page.getByRole('searchbox').press('Enter');
  await page.locator('[data-hit]').first().click();
  await expect(page).toHaveURL(/\/acme\/blog\/[\w-]+$/);
  await pressSlash(page);
  await expect(page.getByRole('option')).toHaveText(['anvil']);
  await page.goto(at('/globex/blog'));
  await pressSlash(page);
  await expect(page.getByRole('combobox')).toBeFocused();
  await expect(page.getByRole('option')).toHaveCount(0);
});

test('canonical addresses, feed, sitemap, robots and API carry the beginning', async () => {
  const get = async (path: string) => (await httpGet(own, 'localhost', path)).body;
  const home = `http://localhost:${own.port}/acme`;
  expect(await get('/acme/blog/hello-world')).toContain(`href="${home}/blog/hello-world"`);
  expect(await get('/acme/feed.xml')).toContain(`<link>${home}/blog/hello-world</link>`);
  expect(await get('/acme/sitemap.xml')).toContain(`<loc>${home}/blog/hello-world</loc>`);
  expect(await get('/acme/robots.txt')).toContain(`Sitemap: ${home}/sitemap.xml`);
  const document = JSON.parse(await get('/acme/api/openapi.json'));
  expect(document.servers).toEqual([{ url: '/acme/api/v1' }]);
  const posts = JSON.parse(await get('/acme/api/v1/posts?per_page=1'));
  expect(posts.data).toHaveLength(1);
  expect(await get('/acme/api/health')).toContain('"status"');
  const again = await httpGet(own, 'localhost', '/acme/blog/page/1');
  // Next says it twice.
  expect(again.headers.location).toMatch(/^\/acme\/blog(, \/acme\/blog)?$/);
});

test('the same post of two tenants, each under its own; others are nobody’s', async () => {
  const get = (path: string) => httpGet(own, 'localhost', path);
  expect((await get('/acme/blog/hello-world')).body).not.toContain('Globex');
  expect((await get('/globex/blog/hello-world')).body).toContain('Globex');
  for (const path of ['/nobody', '/ACME', '/acme~globex', '/~acme', '/~acme~acme/blog', '/_acme']) {
    expect((await get(path)).status, path).toBe(404);
  }
  expect((await httpGet(own, 'acme.localhost', '/globex')).status).toBe(404);
  expect((await httpGet(own, 'blog.acme.test', '/globex')).status).toBe(404);
  expect((await httpGet(own, 'blog.acme.test', '/blog/hello-world')).status).toBe(200);
});

test('a writer signs in, writes, publishes and signs out, all under /acme', async ({ page }) => {
  await page.goto(at('/acme/admin/posts?status=draft'));
  await expect(page).toHaveURL(at('/acme/login?next=%2Fadmin%2Fposts%3Fstatus%3Ddraft'));
  await fillSignIn(page, 'ada@example.com');
  await expect(page).toHaveURL(at('/acme/admin/posts?status=draft'));
  await page.getByRole('link', { name: 'New post' }).first().click();
  await expect(page).toHaveURL(at('/acme/admin/posts/new'));
  await postPage(page).title.fill('Under a beginning');
  await expect(page).toHaveURL(/\/acme\/admin\/posts\/[0-9a-f-]{36}$/);
  await postPage(page).publish.click();
  await expect(page).toHaveURL(/\/acme\/admin\/posts\/[0-9a-f-]{36}\?done=/);
  await page.getByRole('link', { name: 'History' }).click();
  await expect(page).toHaveURL(/\/acme\/admin\/posts\/[0-9a-f-]{36}\/history$/);
  await page.goto(at('/acme/admin/posts?q=beginning'));
  await page
    .getByRole('searchbox', { name: /search/i })
    .first()
    .fill('Under a');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/acme\/admin\/posts\?.*q=Under\+a/);
  await expect(page.getByRole('link', { name: 'Under a beginning' })).toHaveCount(1);
  await page.getByRole('link', { name: 'Dashboard' }).first().click();
  await expect(page).toHaveURL(at('/acme/admin'));
  await expect(page.getByRole('link', { name: 'Dashboard' }).first()).toHaveAttribute(
    'aria-current',
    'page',
  );
  await page.goto(at('/acme/logout'));
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page).toHaveURL(at('/acme/login?signed-out=1'));
});

test('sessions of two tenants on one host live side by side, without JavaScript too', async ({
  browser,
}) => {
  const context = await withoutScripts(browser);
  const page = await context.newPage();
  await page.goto(at('/acme/account'));
  await expect(page).toHaveURL(at('/acme/login?next=%2Faccount'));
  await fillSignIn(page, 'bob@example.com');
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page).toHaveURL(at('/acme/account'));
  await page.goto(at('/globex/account'));
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page).toHaveURL(at('/globex/account'));
  await page.goto(at('/acme/account'));
  await expect(page.locator('main')).toContainText('ACME Corporation and Globex');
  await page.goto(at('/account'));
  await expect(page).toHaveURL(at('/account'));
  await page.goto(at('/globex/logout'));
  await page.getByRole('button', { name: 'Sign out' }).click();
  for (const path of ['/acme/account', '/globex/account', '/account']) {
    await page.goto(at(path));
    await expect(page).toHaveURL(at(path.replace('/account', '/login?next=%2Faccount')));
  }
  await context.close();
});

test('a session of one tenant is nothing under another, whatever its cookie is called', async () => {
  const base = { acme: '/acme', globex: '/globex' };
  const ada = await signInByHttp(own, 'localhost', 'ada@example.com', base.acme);
  const gus = await signInByHttp(own, 'localhost', 'gus@example.com', base.globex);
  const [adaName, adaValue] = [...ada.cookies].find(([name]) => name.endsWith('.session')) ?? [];
  const [gusName] = [...gus.cookies].find(([name]) => name.endsWith('.session')) ?? [];
  expect(adaName).not.toBe(gusName);
  const get = (path: string, name?: string) =>
    httpGet(own, 'localhost', path, [['Cookie', `${name}=${adaValue}`]]);
  expect((await get('/acme/admin', adaName)).status).toBe(200);
  expect((await get('/globex/admin', adaName)).status).toBe(307);
  expect((await get('/globex/admin', gusName)).status).toBe(307);
  expect((await get('/acme/admin', gusName)).status).toBe(307);
  expect((await get('/admin', adaName)).status).toBe(307);
});

test('a suspended tenant says so under its own beginning', async () => {
  await runScript({ ...own, ...own.database }, 'lib/cli/index.ts', [
    'suspend',
    '--tenant',
    'globex',
  ]);
  const status = async () => (await httpGet(own, 'localhost', '/globex/blog')).headers.location;
  await expect.poll(status, { timeout: 10_000 }).toBe('/globex/unavailable');
  expect((await httpGet(own, 'localhost', '/globex/unavailable')).status).toBe(503);
  expect((await httpGet(own, 'localhost', '/acme')).status).toBe(200);
});
