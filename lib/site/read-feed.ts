import type { PostSummary } from '../blog/post-summary';
import { mediaAddress } from '../media/media-address';
import type { TenantContext } from '../tenancy/tenant';
import { escapeXml } from './escape-xml';
import { readFeedPosts } from './read-feed-posts';

/**
 * Gives the tenant's RSS 2.0 feed: the newest 30 posts, addresses on the primary host. Null where
 * the tenant has switched it off.
 */
export async function readFeed(ctx: TenantContext): Promise<string | null> {
  const posts = await readFeedPosts(ctx);
  if (!posts) return null;
  const { name, homeUrl, settings } = ctx.tenant;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/"><channel>',
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
    ...pictureOf(homeUrl, post),
    '</item>',
  ].join('\n');
}

function pictureOf(homeUrl: string, { cover }: PostSummary): string[] {
  if (!cover) return [];
  const { width, height } = cover;
  const url = escapeXml(homeUrl + mediaAddress(cover));
  return [`<media:content url="${url}" medium="image" width="${width}" height="${height}"/>`];
}
