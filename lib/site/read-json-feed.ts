import { mediaAddress } from '../media/media-address';
import type { TenantContext } from '../tenancy/tenant';
import { readFeedPosts } from './read-feed-posts';

/**
 * Gives the tenant's JSON Feed 1.1 (jsonfeed.org): the same posts as the RSS feed. Null where the
 * tenant has switched it off.
 */
export async function readJsonFeed(ctx: TenantContext): Promise<string | null> {
  const posts = await readFeedPosts(ctx);
  if (!posts) return null;
  const { name, homeUrl, settings } = ctx.tenant;
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: name,
    home_page_url: `${homeUrl}/`,
    feed_url: `${homeUrl}/feed.json`,
    description: settings.description || name,
    items: posts.map(({ id, slug, title, description, publishedAt, tags, author, cover }) => ({
      // The id, not the address: a post that gets another slug is still the same post.
      ...{ id, title, summary: description, content_text: description },
      url: `${homeUrl}/blog/${encodeURIComponent(slug)}`,
      ...(cover && { image: homeUrl + mediaAddress(cover) }),
      date_published: publishedAt,
      authors: [
        {
          name: author.name,
          ...(author.slug && { url: `${homeUrl}/authors/${encodeURIComponent(author.slug)}` }),
        },
      ],
      tags: tags.map((tag) => tag.name),
    })),
  });
}
