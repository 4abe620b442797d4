import { listOtherAddresses } from '../blog/list-other-addresses';
import { type AddressPart, listAddressParts, listPostAddresses } from '../blog/list-post-addresses';
import { cachedForTenant } from '../cache/cached-reads';
import { postsTag } from '../tenancy/cache-tags';
import type { TenantContext } from '../tenancy/tenant';
import { escapeXml } from './escape-xml';
import { readArchive } from './read-archive';

/** Posts of one part: what fits into one cached entry, and far below what the protocol allows. */
export const postsPerPart = 5000;

const namespace = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';

/**
 * Gives the tenant's `/sitemap.xml`, addresses on the primary host: everything that is published,
 * or, where it has more posts than one part holds, the index of the parts.
 */
export async function readSitemap(ctx: TenantContext, size = postsPerPart): Promise<string> {
  const parts = await readParts(ctx, size);
  if (parts.length <= 1) return document('urlset', await entries(ctx, parts, 0, size));
  const address = (n: number) => `${ctx.tenant.homeUrl}/sitemap/${n}.xml`;
  return document(
    'sitemapindex',
    parts.map(({ updatedAt }, at) => element('sitemap', address(at + 1), updatedAt)),
  );
}

/**
 * Gives one part of a sitemap that has an index; null where there is no such part.
 *
 * @param number - from 1.
 */
export async function readSitemapPart(
  ctx: TenantContext,
  number: number,
  size = postsPerPart,
): Promise<string | null> {
  const parts = await readParts(ctx, size);
  if (parts.length <= 1 || !parts[number - 1]) return null;
  return document('urlset', await entries(ctx, parts, number - 1, size));
}

function readParts(ctx: TenantContext, size: number): Promise<AddressPart[]> {
  return cachedForTenant({
    tenantId: ctx.tenant.id,
    name: 'site.sitemap-parts',
    args: [size],
    tags: [postsTag(ctx.tenant.id)],
    read: () => listAddressParts(ctx, size),
  });
}

async function entries(ctx: TenantContext, parts: AddressPart[], at: number, limit: number) {
  const from = parts[at]?.from;
  const posts = from === undefined ? [] : await readPosts(ctx, from, limit);
  const { homeUrl } = ctx.tenant;
  const others = at === 0 ? await otherPaths(ctx) : [];
  return [
    ...others.map((path) => element('url', homeUrl + path)),
    ...posts.map(({ slug, updatedAt }) =>
      element('url', `${homeUrl}/blog/${encodeURIComponent(slug)}`, updatedAt),
    ),
  ];
}

function readPosts(ctx: TenantContext, from: string, limit: number) {
  return cachedForTenant({
    tenantId: ctx.tenant.id,
    name: 'site.sitemap',
    args: [from, limit],
    tags: [postsTag(ctx.tenant.id)],
    read: () => listPostAddresses(ctx, { from, limit }),
  });
}

/** All but the posts. They stand in the first part, which they leave far below 50,000 addresses. */
async function otherPaths(ctx: TenantContext): Promise<string[]> {
  const { tags, authors } = await cachedForTenant({
    tenantId: ctx.tenant.id,
    name: 'site.sitemap-others',
    tags: [postsTag(ctx.tenant.id)],
    read: () => listOtherAddresses(ctx),
  });
  const years = await readArchive(ctx);
  const { topics } = ctx.tenant.settings.features;
  return [
    ...['/', '/blog', '/archive'],
    ...(topics ? ['/tags', ...tags.map((slug) => `/tags/${encodeURIComponent(slug)}`)] : []),
    ...authors.map((slug) => `/authors/${encodeURIComponent(slug)}`),
    ...years.flatMap(({ year, months }) => [
      `/archive/${digits(year, 4)}`,
      ...months.map(({ month }) => `/archive/${digits(year, 4)}/${digits(month, 2)}`),
    ]),
  ];
}

const digits = (value: number, length: number) => String(value).padStart(length, '0');

function element(name: 'url' | 'sitemap', address: string, changedAt?: string): string {
  const changed = changedAt ? `<lastmod>${changedAt}</lastmod>` : '';
  return `<${name}><loc>${escapeXml(address)}</loc>${changed}</${name}>`;
}

function document(root: 'urlset' | 'sitemapindex', elements: string[]): string {
  const head = '<?xml version="1.0" encoding="UTF-8"?>';
  return [head, `<${root} ${namespace}>`, ...elements, `</${root}>`, ''].join('\n');
}
