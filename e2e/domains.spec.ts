import { ada, add, checkNow, followThePage, panelOf, soon } from './support/domain-page';
import { type DomainWorld, openDomainWorld } from './support/domain-world';
import { httpGet } from './support/http-get';
import { lookAt } from './support/look-at';
import { signIn, signInByHttp, withoutScripts } from './support/sign-in';
import { expect, test } from './support/test';

test.setTimeout(90_000);
test.use({ actionTimeout: 15_000 });

let world: DomainWorld;
test.beforeAll(async () => {
  world = await openDomainWorld();
});
test.afterAll(() => world?.close());

test('a domain is added, proved, used and removed, and each is true within two seconds', async ({
  page,
}) => {
  const { server, statusOf } = world;
  const shop = 'shop.acme.test';
  // Somebody asked before: that nobody is there is cached.
  for (const path of ['/', '/blog/hello-world', '/feed.xml']) {
    await httpGet(server, shop, path);
    expect(await statusOf(shop, path)).toBe(404);
  }
  await signIn(page, server, ada);
  await add(page, shop);
  await checkNow(page, shop);
  await expect(panelOf(page, shop).getByText('Waiting for the TXT record')).toBeVisible();
  expect(await statusOf(shop)).toBe(404);
  await followThePage(world, page, shop);
  await checkNow(page, shop);
  await expect(page.getByText('Domain connected')).toBeVisible();
  for (const path of ['/', '/blog/hello-world', '/feed.xml']) {
    await expect.poll(() => statusOf(shop, path), soon).toBe(200);
    await httpGet(server, shop, path);
  }
  expect((await httpGet(server, shop, '/blog/hello-world')).headers['x-nextjs-cache']).toBe('HIT');
  // A session of the new host, and a form that needs it.
  const client = await signInByHttp(server, shop, 'ada@example.com');
  expect((await client.get('/admin/posts')).status).toBe(200);
  expect((await client.get('/account')).body).toContain('ada@example.com');
  expect(await statusOf('shop.globex.test')).toBe(404);

  await page.getByRole('button', { name: `Make primary ${shop}` }).click();
  await expect(page.getByText('Primary', { exact: true })).toBeVisible();
  await expect
    .poll(async () => (await httpGet(server, 'acme.localhost', '/blog/hello-world')).body, soon)
    .toContain(`http://${shop}:${server.port}/blog/hello-world`);

  await page.getByRole('link', { name: `Remove ${shop}` }).click();
  const dialog = page.getByRole('alertdialog');
  await expect(dialog).toContainText('The site stops answering there at once.');
  await dialog.getByRole('button', { name: 'Remove domain' }).click();
  await expect(page.getByText('Domain removed')).toBeVisible();
  for (const path of ['/', '/blog/hello-world', '/feed.xml', '/api/v1/posts']) {
    await expect.poll(() => statusOf(shop, path), soon).toBe(404);
  }
  expect((await client.get('/admin/posts')).status).toBe(404);
  const own = await httpGet(server, 'acme.localhost', '/blog/hello-world');
  expect(own.body).not.toContain(shop);
});

test('a domain moves to the other tenant, pages, feeds and sessions with it', async ({ page }) => {
  const { server } = world;
  const host = 'moving.acme.test';
  await signIn(page, server, ada);
  await add(page, host);
  await followThePage(world, page, host);
  await checkNow(page, host);
  await expect(page.getByText('Domain connected')).toBeVisible();
  const titleOf = async () => /<title>([^<]*)/.exec((await httpGet(server, host)).body)?.[1] ?? '';
  await expect.poll(titleOf, soon).toContain('ACME');
  const client = await signInByHttp(server, host, 'ada@example.com');

  await signIn(page, server, { ...ada, host: 'globex.localhost', email: 'gus@example.com' });
  await add(page, host);
  await checkNow(page, host);
  await expect(panelOf(page, host).getByText(/record with another value/)).toBeVisible();
  await expect.poll(titleOf, soon).toContain('ACME');
  await followThePage(world, page, host);
  await checkNow(page, host);
  await expect(page.getByText('Domain connected')).toBeVisible();
  await expect.poll(titleOf, soon).toContain('Globex');
  const feed = await httpGet(server, host, '/feed.xml');
  expect(feed.body).toContain('Globex');
  expect(feed.body).not.toContain('ACME');
  // The old session's key was the other tenant's.
  expect((await client.get('/admin')).status).toBe(307);
  await page.goto(server.url('acme.localhost', '/admin/domains'));
  await expect(page.getByText(host)).toHaveCount(0);
});

test('the page does its work without scripts', async ({ browser }) => {
  const context = await withoutScripts(browser);
  const page = await context.newPage();
  await signIn(page, world.server, ada);
  await page.getByLabel('Domain', { exact: true }).fill('https://plain.acme.test/');
  await page.getByRole('button', { name: 'Add domain' }).click();
  await expect(page.getByText(/without scheme, port or path/)).toBeVisible();
  await expect(page.getByLabel('Domain', { exact: true })).toHaveValue('https://plain.acme.test/');
  await add(page, 'plain.acme.test');
  await followThePage(world, page, 'plain.acme.test');
  await checkNow(page, 'plain.acme.test');
  await page.getByRole('button', { name: 'Make primary plain.acme.test' }).click();
  await expect(page.getByText('Primary', { exact: true })).toBeVisible();
  await page.getByRole('link', { name: 'Remove plain.acme.test' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Remove plain.acme.test?');
  await page.getByRole('button', { name: 'Remove domain' }).click();
  await expect(page.getByText('plain.acme.test')).toHaveCount(0);
  await context.close();
});

test('who may not manage domains has no such page, and no such action', async ({ page }) => {
  await signIn(page, world.server, { ...ada, email: 'bob@example.com', path: '/admin/posts' });
  await expect(page.getByRole('link', { name: 'Domains' })).toHaveCount(0);
  const answer = await page.goto(world.server.url('acme.localhost', '/admin/domains'));
  expect(answer?.status()).toBe(404);
});

test('the page in every state, light and dark @phone', async ({ page }, { project }) => {
  const host = (name: string) => `${name}.${project.name}.test`;
  await signIn(page, world.server, ada);
  await add(page, host('waiting'));
  await add(page, host('gone'));
  await page.getByLabel('Domain', { exact: true }).fill(`bücher.${project.name}.test`);
  await page.getByRole('button', { name: 'Add domain' }).click();
  await expect(page.locator('.domain-ascii')).toHaveText(`xn--bcher-kva.${project.name}.test`);
  await followThePage(world, page, host('gone'));
  world.dns.set(host('gone'), 'CNAME', 'old.example.test');
  world.dns.set('old.example.test', 'A', '203.0.113.9');
  await checkNow(page, host('gone'));
  await expect(panelOf(page, host('gone')).getByText('Points elsewhere')).toBeVisible();
  world.dns.upset(`_tenantry-challenge.${host('waiting')}`, 'servfail');
  await checkNow(page, host('waiting'));
  await expect(panelOf(page, host('waiting')).getByText(/SERVFAIL/)).toBeVisible();
  await page.reload();
  await lookAt(page, 'domains');
  await page.getByLabel('Domain', { exact: true }).fill('co.uk');
  await page.getByRole('button', { name: 'Add domain' }).click();
  await expect(page.getByText(/names end in co\.uk/)).toBeVisible();
  await lookAt(page, 'domains-refused');
});
