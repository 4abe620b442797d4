import { XMLParser } from 'fast-xml-parser';
import { httpGet } from './support/http-get';
import { expect, test } from './support/test';

const parser = new XMLParser({
  ignoreAttributes: false,
  isArray: (name) => ['item', 'url'].includes(name),
});

test('the feed is valid, escaped and the tenant’s own', async ({ server }) => {
  const answer = await httpGet(server, 'acme.localhost', '/feed.xml');
  expect(answer.headers['content-type']).toBe('application/rss+xml; charset=utf-8');
  const { channel } = parser.parse(answer.body).rss;
  expect(channel.title).toBe('ACME Corporation');
  expect(channel.item).toHaveLength(14);
  const tricky = channel.item.find((item: { link: string }) =>
    item.link.endsWith('/search-that-works'),
  );
  expect(tricky.title).toContain('Search & rescue');
  expect(tricky.link).toBe(server.url('acme.localhost', '/blog/search-that-works'));
  const again = await httpGet(server, 'acme.localhost', '/feed.xml', [
    ['If-None-Match', answer.headers.etag ?? ''],
  ]);
  expect(again.status).toBe(304);
});

test('the JSON feed has the same posts, and names itself', async ({ server }) => {
  const answer = await httpGet(server, 'blog.acme.localhost', '/feed.json');
  expect(answer.headers['content-type']).toBe('application/feed+json; charset=utf-8');
  const feed = JSON.parse(answer.body);
  expect(feed).toMatchObject({
    version: 'https://jsonfeed.org/version/1.1',
    title: 'ACME Corporation',
    feed_url: server.url('acme.localhost', '/feed.json'),
  });
  expect(feed.items).toHaveLength(14);
  const tricky = feed.items.find((item: { url: string }) =>
    item.url.endsWith('/search-that-works'),
  );
  expect(tricky.title).toContain('Search & rescue');
  expect(tricky.authors[0].name).toBeTruthy();
});

test('the sitemap lists every published post on the primary host, and no draft', async ({
  server,
}) => {
  const answer = await httpGet(server, 'blog.acme.localhost', '/sitemap.xml');
  const urls: { loc: string }[] = parser.parse(answer.body).urlset.url;
  const addresses = urls.map((entry) => entry.loc);
  expect(addresses.filter((address) => address.includes('/blog/'))).toHaveLength(14);
  expect(addresses.every((address) => address.startsWith(server.url('acme.localhost', '')))).toBe(
    true,
  );
  expect(addresses.join()).not.toContain('draft-plans');
  const robots = await httpGet(server, 'blog.acme.localhost', '/robots.txt');
  expect(robots.body).toContain(`Sitemap: ${server.url('acme.localhost', '/sitemap.xml')}`);
});

test('a draft is nobody’s to read', async ({ server }) => {
  const answer = await httpGet(server, 'acme.localhost', '/blog/draft-plans');
  expect(answer.status).toBe(404);
  expect(answer.body).not.toContain('Plans we have not dared');
});

test('pages name their primary address and a picture that exists', async ({ page, server }) => {
  await page.goto(server.url('blog.acme.localhost', '/blog/hello-world'));
  const canonical = page.locator('link[rel="canonical"]');
  await expect(canonical).toHaveAttribute(
    'href',
    server.url('acme.localhost', '/blog/hello-world'),
  );
  const image = await page.locator('meta[property="og:image"]').first().getAttribute('content');
  expect(image).toBe(server.url('acme.localhost', '/og/hello-world'));
  const picture = await httpGet(server, 'acme.localhost', '/og/hello-world');
  expect(picture.status).toBe(200);
  expect(picture.headers['content-type']).toBe('image/png');
  const foreign = await httpGet(server, 'acme.localhost', '/og/no-such-post');
  expect(foreign.status).toBe(404);
});

test('every answer carries the security headers and a request id', async ({ server }) => {
  const places = [
    ['acme.localhost', '/'],
    ['acme.localhost', '/no/such/page'],
    ['acme.localhost', '/feed.xml'],
    ['acme.localhost', '/api/v1/nothing'],
    ['localhost', '/'],
    ['localhost', '/api/health'],
    ['nobody.test', '/'],
    ['acme.localhost', '/%ff'],
  ] as const;
  for (const [host, path] of places) {
    const { headers } = await httpGet(server, host, path);
    expect(headers['x-content-type-options'], host + path).toBe('nosniff');
    expect(headers['content-security-policy'], host + path).toContain('frame-ancestors');
    expect(headers['x-request-id'], host + path).toMatch(/^[0-9a-f-]{36}$/);
    expect(headers['x-powered-by']).toBeUndefined();
  }
});

test('no cache between a tenant and its readers may keep a page', async ({ server }) => {
  for (const path of ['/', '/blog/hello-world', '/no/such/page', '/feed.xml']) {
    const { headers } = await httpGet(server, 'acme.localhost', path);
    expect(headers['cache-control'], path).toBe('private, no-cache');
  }
});

test('a tenant’s settings add origins to its own policy alone', async ({ page, server }) => {
  await page.goto(server.url('globex.localhost'));
  const policy = page.locator('meta[http-equiv="Content-Security-Policy"]');
  await expect(policy).toHaveCount(1);
  await expect(policy).toHaveAttribute(
    'content',
    /img-src 'self' data: blob: https:\/\/images\.globex\.example/,
  );
  await page.goto(server.url('acme.localhost'));
  await expect(policy).not.toHaveAttribute('content', /globex/);
});
