import { listPostAddresses } from '../blog/list-post-addresses';
import { cachedForTenant } from '../cache/cached-reads';
import { postsTag } from '../tenancy/cache-tags';
import type { TenantContext } from '../tenancy/tenant';
import { escapeXml } from './escape-xml';
import { readTags } from './read-tags';

/** Gives the tenant's sitemap: front page, blog, topics and every published post, on the primary host. */
export async function readSitemap(ctx: TenantContext): Promise<string> {
  const posts = await cachedForTenant({
    tenantId: ctx.tenant.id,
    name: 'site.sitemap',
    tags: [postsTag(ctx.tenant.id)],
    read: () => listPostAddresses(ctx),
  });
  const tags = await readTags(ctx);
  const { homeUrl } = ctx.tenant;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...['/', '/blog', ...(tags ? ['/tags'] : [])].map((path) => entry(homeUrl + path)),
    ...(tags ?? []).map((tag) => entry(`${homeUrl}/tags/${encodeURIComponent(tag.slug)}`)),
    ...posts.map((post) =>
      entry(`${homeUrl}/blog/${encodeURIComponent(post.slug)}`, post.updatedAt),
    ),
    '</urlset>',
    '',
  ].join('\n');
}

function entry(address: string, changedAt?: string): string {
  const changed = changedAt ? `<lastmod>${changedAt}</lastmod>` : '';
  return `<url><loc>${escapeXml(address)}</loc>${changed}</url>`;
}
