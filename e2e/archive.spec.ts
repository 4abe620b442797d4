import { XMLParser } from 'fast-xml-parser';
import { openOwnerClient } from '../lib/db/owner-client';
import { httpGet } from './support/http-get';
import { lookAt } from './support/look-at';
import { makeSite } from './support/make-site';
import { expect, type SharedServer, test } from './support/test';

const parser = new XMLParser({ isArray: (name) => ['url', 'sitemap'].includes(name) });

/** Publishes so many at one moment of one zone: 00:30 of New Year in Berlin. */
async function publishMany(server: SharedServer, tenantId: string, count: number): Promise<void> {
  const sql = openOwnerClient(server.ownerUrl);
  await sql`
    update platform.tenants set settings = settings || '{"timeZone": "Europe/Berlin"}'
    where id = ${tenantId}`;
  await sql`
    insert into posts (tenant_id, slug, title, author_id, status, published_at)
    select ${tenantId}, 'many-' || n, 'Many ' || n, a.id, 'published', '2023-12-31T23:30:00Z'
    from generate_series(1, ${count}::int) n, authors a where a.tenant_id = ${tenantId}`;
  await sql`
    insert into platform.events (tenant_id, type, cache_tags)
    values (${tenantId}, 'post.created', ${[`t:${tenantId}`]})`;
  await sql.end();
}

test('the archive leads from the foot of the page to a month, in the site’s time zone @phone', async ({
  page,
  server,
}) => {
  const site = await makeSite(server, 0);
  await publishMany(server, site.id, 51);
  await page.goto(server.url(site.host, '/'));
  await page.getByRole('contentinfo').getByRole('link', { name: 'Archive' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Archive');
  await expect(page.getByRole('link', { name: '2024' })).toBeVisible();
  await lookAt(page, 'archive');
  await page.getByRole('link', { name: /January/ }).click();
  await expect(page).toHaveURL(server.url(site.host, '/archive/2024/01'));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('January 2024');
  await expect(page.getByRole('main').getByRole('heading', { level: 2 })).toHaveCount(50);
  await lookAt(page, 'archive-month');
  await page.getByRole('link', { name: 'Older' }).click();
  await expect(page.getByRole('main').getByRole('heading', { level: 2 })).toHaveCount(1);
  await expect(page.locator('link[rel="canonical"]')).toHaveAttribute(
    'href',
    server.url(site.host, '/archive/2024/01/page/2'),
  );
  await page.getByRole('link', { name: 'All of 2024' }).click();
  await expect(page).toHaveURL(server.url(site.host, '/archive/2024'));
});

test('periods without articles, and what is none, are not there', async ({ server }) => {
  const site = await makeSite(server, 0);
  expect((await httpGet(server, site.host, '/archive')).body).toContain('Nothing is published yet');
  await publishMany(server, site.id, 1);
  // Put there behind the server's back, it becomes visible with the next purge.
  await expect
    .poll(async () => (await httpGet(server, site.host, '/archive')).body)
    .toContain('/archive/2024/01');
  const words: [string, number][] = [
    ['/archive/2024', 200],
    ['/archive/2024/01', 200],
    ['/archive/2024/01/page/1', 308],
    ['/archive/2024/01/page/2', 404],
    ['/archive/2023', 404],
    ['/archive/2024/02', 404],
    ['/archive/2024/1', 404],
    ['/archive/2024/13', 404],
    ['/archive/now', 404],
    ['/archive/2024/01/x', 404],
  ];
  for (const [path, status] of words) {
    expect((await httpGet(server, site.host, path)).status, path).toBe(status);
  }
});

test('a sitemap of many articles is an index, whose parts hold each address once', async ({
  server,
}) => {
  const site = await makeSite(server, 0);
  await publishMany(server, site.id, 5001);
  const index = await httpGet(server, site.host, '/sitemap.xml');
  const parts: { loc: string; lastmod: string }[] = parser.parse(index.body).sitemapindex.sitemap;
  expect(parts.map(({ loc }) => loc)).toEqual([
    server.url(site.host, '/sitemap/1.xml'),
    server.url(site.host, '/sitemap/2.xml'),
  ]);
  const addresses: string[] = [];
  for (const path of ['/sitemap/1.xml', '/sitemap/2.xml']) {
    const { body, headers } = await httpGet(server, site.host, path);
    expect(headers['content-type']).toBe('application/xml; charset=utf-8');
    const { url } = parser.parse(body).urlset;
    addresses.push(...url.map(({ loc }: { loc: string }) => loc));
  }
  expect(new Set(addresses).size).toBe(addresses.length);
  expect(addresses.filter((one) => one.includes('/blog/'))).toHaveLength(5001);
  const others = ['/archive', '/archive/2024', '/archive/2024/01', '/authors/writer'];
  for (const path of others) expect(addresses).toContain(server.url(site.host, path));
  for (const path of ['/sitemap/3.xml', '/sitemap/0.xml', '/sitemap/1', '/sitemap/x.xml']) {
    expect((await httpGet(server, site.host, path)).status, path).toBe(404);
  }
});
