import { listPosts } from '../blog/list-posts';
import type { PostSummary } from '../blog/post-summary';
import { cachedForTenant } from '../cache/cached-reads';
import { postsTag } from '../tenancy/cache-tags';
import type { TenantContext } from '../tenancy/tenant';
import { escapeXml } from './escape-xml';

const feedLength = 30;

/**
 * Gives the tenant's RSS 2.0 feed: the newest 30 posts, addresses on the primary host. Null where
 * the tenant has switched it off.
 */
export async function readFeed(ctx: TenantContext): Promise<string | null> {
  if (!ctx.tenant.settings.features.feed) return null;
  const { posts } = await cachedForTenant({
    tenantId: ctx.tenant.id,
    name: 'site.feed',
    tags: [postsTag(ctx.tenant.id)],
    read: () => listPosts(ctx, { limit: feedLength }),
  });
  const { name, homeUrl, settings } = ctx.tenant;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel>',
    `<title>${escapeXml(name)}</title>`,
    `<link>${escapeXml(homeUrl)}/</link>`,
    `<description>${escapeXml(settings.description || name)}</description>`,
    `<atom:link href="${escapeXml(homeUrl)}/feed.xml" rel="self" type="application/rss+xml"/>`,
    ...posts.map((post) => item(homeUrl, post)),
    '</channel></rss>',
    '',
  ].join('\n');
}

function item(homeUrl: string, post: PostSummary): string {
  const address = escapeXml(`${homeUrl}/blog/${encodeURIComponent(post.slug)}`);
  return [
    '<item>',
    `<title>${escapeXml(post.title)}</title>`,
    `<link>${address}</link>`,
    // The id, not the address: a post that gets another slug is still the same post.
    `<guid isPermaLink="false">${escapeXml(post.id)}</guid>`,
    `<pubDate>${new Date(post.publishedAt).toUTCString()}</pubDate>`,
    ...post.tags.map((tag) => `<category>${escapeXml(tag.name)}</category>`),
    `<description>${escapeXml(post.description)}</description>`,
    '</item>',
  ].join('\n');
}
