import { readdirSync } from 'node:fs';
import autocannon from 'autocannon';
import { heapInUse, heapReport } from './support/heap-in-use';
import { httpGet } from './support/http-get';
import { lookAt } from './support/look-at';
import { postPage } from './support/post-page';
import { startServer, type TestServer } from './support/server';
import { signIn } from './support/sign-in';
import { expect, test } from './support/test';

// One server that this file may harm; its tests follow one another.
test.describe.configure({ mode: 'serial' });
test.setTimeout(120_000);

let own: TestServer;

test.beforeAll(async () => {
  own = await startServer({ proxied: true, env: { NODE_OPTIONS: heapReport } });
});

test.afterAll(async () => {
  await own.stop();
});

test('with the database gone, cached pages serve, others show the designed error, routes answer 503', async ({
  page,
}) => {
  const cached = () => httpGet(own, 'acme.localhost', '/blog/hello-world');
  await cached();
  expect((await cached()).headers['x-nextjs-cache']).toBe('HIT');
  await own.database.kill();

  const kept = await cached();
  expect(kept.status).toBe(200);
  expect(kept.body).toContain('anvil');

  const health = await httpGet(own, 'localhost', '/api/health');
  expect(health.status).toBe(503);
  expect(JSON.parse(health.body)).toMatchObject({ checks: { database: { status: 'down' } } });

  const route = await httpGet(own, 'globex.localhost', '/feed.xml');
  expect(route.status).toBe(503);
  expect(route.headers['retry-after']).toBeTruthy();
  expect(route.body).not.toMatch(/ECONNREFUSED|127\.0\.0\.1|select |postgres/i);

  const answer = await page.goto(own.url('globex.localhost', '/blog/hello-world'));
  expect(answer?.status()).toBe(500);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByRole('button', { name: /try again/i })).toBeVisible();
  // biome-ignore lint/performance/useDomNodeTextContent: what a person sees, without the scripts
  const text = await page.locator('body').innerText();
  expect(text).not.toMatch(/ECONNREFUSED|select |postgres|stack/i);
  const requestId = answer?.headers()['x-request-id'] ?? 'none';
  expect(text).toContain(requestId.slice(0, 8));
  expect(own.logs()).toContain(requestId);
});

test('everything recovers alone when the database is back', async ({ page }) => {
  await own.database.start();
  const health = async () => (await httpGet(own, 'localhost', '/api/health')).status;
  await expect.poll(health, { timeout: 10_000 }).toBe(200);
  const answer = await page.goto(own.url('globex.localhost', '/blog/hello-world'));
  expect(answer?.status()).toBe(200);
  await expect(page.locator('body')).toContainText('turbine');
});

test('what a writer typed outlives an outage, and is saved once the database is back', async ({
  page,
}) => {
  const host = 'acme.localhost';
  await signIn(page, own, { host, email: 'ada@example.com', path: '/admin/posts/new' });
  const post = postPage(page);
  await expect(post.text).toBeVisible();
  const tag = await page.context().newPage();
  await tag.goto(own.url(host, '/admin/tags/new'));
  await tag.getByLabel('Name').fill('Seen in the dark');
  const list = await page.context().newPage();
  await list.goto(own.url(host, '/admin/posts'), { waitUntil: 'networkidle' });
  await own.database.kill();
  await tag.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(tag.getByText('The database does not answer at the moment')).toBeVisible();
  await expect(tag.getByLabel('Name')).toHaveValue('Seen in the dark');
  await post.title.fill('Written in the dark');
  await expect(page.getByText('The database does not answer at the moment')).toBeVisible();
  await post.publish.click();
  await expect(page.getByRole('alert').filter({ hasText: 'not answer' }).first()).toBeFocused();
  await expect(post.title).toHaveValue('Written in the dark');
  // Inside the admin only the page fails, not the frame around it.
  await list.getByRole('link', { name: 'Tags', exact: true }).click();
  const failed = list.getByText('The database may be away for a moment');
  await expect(failed).toBeVisible({ timeout: 30_000 });
  await expect(list.getByRole('main')).not.toHaveAttribute('aria-busy');
  await lookAt(list, 'failed-part');
  await list.setViewportSize({ width: 360, height: 740 });
  await lookAt(list, 'failed-part');
  await list.setViewportSize({ width: 1280, height: 800 });
  const other = await page.context().newPage();
  await other.goto(own.url(host, '/admin/posts'));
  await expect(other.getByRole('heading', { level: 1 })).toBeVisible();
  // biome-ignore lint/performance/useDomNodeTextContent: what a person sees, without the scripts
  const text = await other.locator('body').innerText();
  expect(text).not.toMatch(/ECONNREFUSED|select |postgres|stack/i);
  await lookAt(other, 'failed-page');

  await own.database.start();
  const health = async () => (await httpGet(own, 'localhost', '/api/health')).status;
  await expect.poll(health, { timeout: 10_000 }).toBe(200);
  await list.getByRole('link', { name: 'Try again' }).click();
  await expect(list.getByRole('heading', { level: 1 })).toHaveText('Tags');
  await tag.getByRole('button', { name: 'Save', exact: true }).click();
  await tag.waitForURL(({ pathname }) => !pathname.endsWith('/new'));
  await expect(tag.getByRole('link', { name: 'Seen in the dark' })).toHaveCount(1);
  // A post is sent again by itself.
  await page.waitForURL(({ pathname }) => !pathname.endsWith('/new'), { timeout: 30_000 });
  await other.goto(own.url(host, '/admin/posts?q=dark'));
  await expect(other.getByRole('link', { name: 'Written in the dark' })).toHaveCount(1);
});

test('a database that goes mute and dies in the middle of requests costs those requests only', async () => {
  const path = '/blog/packing-light';
  await httpGet(own, 'acme.localhost', path);
  own.proxy?.mute();
  const asked = [
    httpGet(own, 'globex.localhost', '/sitemap.xml'),
    httpGet(own, 'globex.localhost', path),
    httpGet(own, 'localhost', '/api/health'),
  ];
  expect((await httpGet(own, 'acme.localhost', path)).status).toBe(200);
  // Health does not wait for a mute database; the others do until it dies.
  expect((await asked[2])?.status).toBe(503);
  own.proxy?.cut();
  const [route, page] = await Promise.all(asked);
  expect(route?.status).toBe(503);
  expect(page?.status).toBe(500);
  expect(`${route?.body}${page?.body}`).not.toMatch(/CONNECTION_|select |tenantry_app/);
  await own.proxy?.open();
  await expect
    .poll(async () => (await httpGet(own, 'globex.localhost', path)).status, { timeout: 15_000 })
    .toBe(200);
});

// Kept for good, each host would cost some 12 kB of heap. The first 2,600 fill the bounded cache;
// what the next 800 add shows whether anything else remembers them.
test('invented hosts fill neither memory nor disk, and the demo still answers', async () => {
  test.setTimeout(400_000);
  expect(await askInventedHosts(own.port, 2600)).toEqual({ '404': 2600 });
  const full = await heapInUse(own);
  expect(await askInventedHosts(own.port, 800)).toEqual({ '404': 800 });
  expect((await heapInUse(own)) - full).toBeLessThan(4_000_000);
  expect(filesNaming('invented.test', '.next')).toEqual([]);
  expect((await httpGet(own, 'acme.localhost')).status).toBe(200);
});

let next = 0;

function filesNaming(text: string, folder: string): string[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return names.filter((name) => name.includes(text));
}

/** Asks for the front page of so many hosts that nobody has; gives how often each status came. */
async function askInventedHosts(port: number, amount: number): Promise<Record<string, number>> {
  const setupRequest = (request: autocannon.Request) => {
    next += 1;
    const host = next % 2 ? `x${next}.invented.test` : `x${next}.localhost`;
    return { ...request, headers: { ...request.headers, host } };
  };
  const result = await autocannon({
    url: `http://127.0.0.1:${port}/`,
    connections: 8,
    timeout: 60,
    amount,
    requests: [{ setupRequest }],
  });
  const counts = Object.entries(result.statusCodeStats ?? {});
  return Object.fromEntries(counts.map(([status, { count }]) => [status, count ?? 0]));
}
