import { httpGet } from './support/http-get';
import { runScript } from './support/run-script';
import { expect, test } from './support/test';

test('a changed post is new on every host of its tenant, and the other tenant keeps its pages', async ({
  server,
}) => {
  const path = '/blog/moving-day';
  const hosts = ['acme.localhost', 'blog.acme.localhost'];
  for (const host of [...hosts, 'globex.localhost']) await httpGet(server, host, path);
  for (const host of [...hosts, 'globex.localhost']) {
    expect((await httpGet(server, host, path)).headers['x-nextjs-cache'], host).toBe('HIT');
  }
  const title = `Moved once more, ${Date.now()}`;
  await runScript(server, 'e2e/support/change-post.ts', ['acme', 'moving-day', title]);
  for (const host of hosts) {
    await expect
      .poll(async () => (await httpGet(server, host, path)).body, { timeout: 2000 })
      .toContain(title);
  }
  const other = await httpGet(server, 'globex.localhost', path);
  expect(other.headers['x-nextjs-cache']).toBe('HIT');
  expect(other.body).not.toContain(title);
  for (const place of ['/blog', '/feed.xml']) {
    expect((await httpGet(server, 'acme.localhost', place)).body).toContain(title);
  }
});

test('a post that moves is found at its new address, and links to the old one lead there', async ({
  server,
}) => {
  const [from, to] = ['/blog/office-plants', '/blog/plants-at-work'];
  const ask = (path: string, host = 'acme.localhost') => httpGet(server, host, path);
  expect((await ask(from)).status).toBe(200);
  expect((await ask(to)).status).toBe(404);
  const move = (slug: string, next: string) =>
    runScript(server, 'e2e/support/change-post.ts', ['acme', slug, next, 'slug']);
  await move('office-plants', 'plants-at-work');
  await expect.poll(async () => (await ask(to)).status, { timeout: 2000 }).toBe(200);
  const old = await ask(from);
  // Next says it twice.
  const only = (place: string) => new RegExp(`^${place}(, ${place})?$`);
  expect(old.status).toBe(308);
  expect(old.headers.location).toMatch(only(to));
  expect((await ask(from, 'globex.localhost')).status).not.toBe(308);
  await move('plants-at-work', 'office-plants');
  await expect.poll(async () => (await ask(from)).status, { timeout: 2000 }).toBe(200);
  expect((await ask(to)).headers.location).toMatch(only(from));
});

test('a tenant that is suspended is gone on every host at once, and comes back', async ({
  server,
}) => {
  const status = async (path: string) => (await httpGet(server, 't00001.localhost', path)).status;
  await runScript(server, 'lib/cli/index.ts', ['seed', '--tenants', '1', '--posts', '3']);
  await expect.poll(() => status('/'), { timeout: 2000 }).toBe(200);
  await runScript(server, 'lib/cli/index.ts', ['suspend', '--tenant', 't00001']);
  await expect.poll(() => status('/'), { timeout: 2000 }).toBe(307);
  const post = await httpGet(server, 't00001.localhost', '/blog/post-1');
  expect(post.headers.location).toContain('/unavailable');
  const page = await httpGet(server, 't00001.localhost', '/unavailable');
  expect(page.status).toBe(503);
  expect(page.headers['retry-after']).toBe('3600');
  expect(page.body).toContain('is paused for now');
  expect(await status('/feed.xml')).toBe(503);
  await runScript(server, 'lib/cli/index.ts', ['activate', '--tenant', 't00001']);
  await expect.poll(() => status('/'), { timeout: 2000 }).toBe(200);
  const back = await httpGet(server, 't00001.localhost', '/unavailable');
  expect(back.headers.location).toBe('/');
});

test('a host nobody had becomes a site as soon as its domain is there', async ({ server }) => {
  const status = async () => (await httpGet(server, 'shop.acme.localhost')).status;
  expect(await status()).toBe(404);
  await runScript(server, 'e2e/support/add-domain.ts', ['acme', 'shop.acme.localhost']);
  await expect.poll(status, { timeout: 2000 }).toBe(200);
});

test('the query of one visitor never reaches the next through a cached page', async ({
  server,
}) => {
  const path = '/blog/office-plants';
  const attempts = [
    `${path}?token=s3cret`,
    `${path}?nxtPslug=s3cret&nxtPtenant=~globex`,
    // Written as paths that do read their query.
    `/api/..${path}?token=s3cret`,
    `/api/%2e%2e${path}?token=s3cret`,
    `/_next/..${path}?token=s3cret`,
  ];
  for (const attempt of attempts) {
    const { body } = await httpGet(server, 'acme.localhost', attempt);
    expect(body, attempt).not.toContain('s3cret');
  }
  const next = () => httpGet(server, 'acme.localhost', path);
  await expect.poll(async () => (await next()).headers['x-nextjs-cache']).toBe('HIT');
  expect((await next()).body).not.toMatch(/s3cret|globex/i);
});
