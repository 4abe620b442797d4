import { runScript } from './support/run-script';
import { expect, test } from './support/test';

/** The entry that answered: MISS was made for this request, HIT comes from memory. */
function cacheState(answer: { headers(): Record<string, string> }): string | undefined {
  return answer.headers()['x-nextjs-cache'];
}

test('a changed post is new on every host of its tenant, and the other tenant keeps its pages', async ({
  request,
  server,
}) => {
  const path = '/blog/moving-day';
  const hosts = ['acme.localhost', 'blog.acme.localhost'];
  for (const host of [...hosts, 'globex.localhost']) await request.get(server.url(host, path));
  for (const host of [...hosts, 'globex.localhost']) {
    expect(cacheState(await request.get(server.url(host, path))), host).toBe('HIT');
  }
  const title = `Moved once more, ${Date.now()}`;
  await runScript(server, 'e2e/support/change-post.ts', ['acme', 'moving-day', title]);
  for (const host of hosts) {
    await expect
      .poll(async () => (await request.get(server.url(host, path))).text(), { timeout: 2000 })
      .toContain(title);
  }
  const other = await request.get(server.url('globex.localhost', path));
  expect(cacheState(other)).toBe('HIT');
  expect(await other.text()).not.toContain(title);
  for (const place of ['/blog', '/feed.xml']) {
    expect(await (await request.get(server.url('acme.localhost', place))).text()).toContain(title);
  }
});

test('a tenant that is suspended is gone on every host at once, and comes back', async ({
  request,
  server,
}) => {
  const get = (host: string, path: string) =>
    request.get(server.url(host, path), { maxRedirects: 0 });
  await runScript(server, 'lib/cli/index.ts', ['seed', '--tenants', '1', '--posts', '3']);
  const host = 't00001.localhost';
  await expect.poll(async () => (await get(host, '/')).status(), { timeout: 2000 }).toBe(200);
  await runScript(server, 'lib/cli/index.ts', ['suspend', '--tenant', 't00001']);
  await expect.poll(async () => (await get(host, '/')).status(), { timeout: 2000 }).toBe(307);
  expect((await get(host, '/blog/post-1')).headers().location).toBe('/unavailable');
  const page = await get(host, '/unavailable');
  expect(page.status()).toBe(503);
  expect(page.headers()['retry-after']).toBe('3600');
  expect(await page.text()).toContain('is paused for now');
  expect((await get(host, '/feed.xml')).status()).toBe(503);
  await runScript(server, 'lib/cli/index.ts', ['activate', '--tenant', 't00001']);
  await expect.poll(async () => (await get(host, '/')).status(), { timeout: 2000 }).toBe(200);
  expect((await get(host, '/unavailable')).headers().location).toBe('/');
});

test('a host nobody had becomes a site as soon as its domain is there', async ({
  request,
  server,
}) => {
  const address = server.url('shop.acme.localhost', '/');
  expect((await request.get(address)).status()).toBe(404);
  await runScript(server, 'e2e/support/add-domain.ts', ['acme', 'shop.acme.localhost']);
  await expect.poll(async () => (await request.get(address)).status(), { timeout: 2000 }).toBe(200);
});
