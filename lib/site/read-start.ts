import type { TagCount } from '../blog/list-tags';
import type { PostSummary } from '../blog/post-summary';
import type { TenantContext } from '../tenancy/tenant';
import { readBlogPage } from './read-blog-page';
import { readTags } from './read-tags';

const topicCount = 8;
const newestCount = 6;

/** Gives what a search page begins with: the topics with most articles, and the newest articles. */
export async function readStart(
  ctx: TenantContext,
): Promise<{ topics: TagCount[]; newest: PostSummary[] }> {
  // From the cache of other pages, as a rule. Search itself may work where these do not.
  const [tags, page] = await Promise.allSettled([readTags(ctx), readBlogPage(ctx, 1)]);
  const topics = (tags.status === 'fulfilled' && tags.value) || [];
  const posts = page.status === 'fulfilled' ? page.value.posts : [];
  return {
    topics: [...topics].sort((a, b) => b.postCount - a.postCount).slice(0, topicCount),
    newest: posts.slice(0, newestCount),
  };
}
