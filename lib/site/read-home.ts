import { listPosts } from '../blog/list-posts';
import type { PostSummary } from '../blog/post-summary';
import { cachedForTenant } from '../cache/cached-reads';
import { postsTag } from '../tenancy/cache-tags';
import type { TenantContext } from '../tenancy/tenant';
import { withTopics } from './with-topics';

export interface Home {
  lead: PostSummary | null;
  latest: PostSummary[];
  older: PostSummary[];
}

const latestCount = 6;
const olderCount = 10;

/** Gives what the front page shows: the newest post large, six as cards, ten as lines. */
export async function readHome(ctx: TenantContext): Promise<Home> {
  const { posts } = await cachedForTenant({
    tenantId: ctx.tenant.id,
    name: 'site.home',
    tags: [postsTag(ctx.tenant.id)],
    read: () => listPosts(ctx, { limit: 1 + latestCount + olderCount }),
  });
  const [lead = null, ...rest] = posts;
  return {
    lead: lead && withTopics(ctx, lead),
    latest: rest.slice(0, latestCount),
    older: rest.slice(latestCount),
  };
}
