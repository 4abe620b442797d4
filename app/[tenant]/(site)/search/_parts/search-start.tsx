import { SiteLink } from '@/app/[tenant]/_parts/site-link';
import { readStart } from '@/lib/site/read-start';
import type { TenantContext } from '@/lib/tenancy/tenant';
import { postAddress, topicAddress } from '../../_parts/addresses';
import { PostDate } from '../../_parts/post-meta';
import { RecentList } from './recent-list';

/** What stands here before anything is typed: topics, the newest articles, one's own searches. */
export async function SearchStart({ ctx }: { ctx: TenantContext }) {
  const { topics, newest } = await readStart(ctx);
  return (
    <>
      {topics.length > 0 ? (
        <nav aria-label="Topics" className="topic-chips">
          {topics.map(({ slug, name, postCount }) => (
            <SiteLink key={slug} className="topic-chip" href={topicAddress(slug)}>
              {name} <small>{postCount}</small>
            </SiteLink>
          ))}
        </nav>
      ) : null}
      <div className="search-start">
        {newest.length > 0 ? (
          <section aria-labelledby="newest-articles">
            <div className="search-start-head">
              <h2 id="newest-articles">Newest articles</h2>
              <SiteLink className="link" href="/blog">
                All articles
              </SiteLink>
            </div>
            <ol>
              {newest.map((post) => (
                <li key={post.id} className="newest-line">
                  <SiteLink className="headline" href={postAddress(post.slug)}>
                    {post.title}
                  </SiteLink>
                  <PostDate iso={post.publishedAt} dates={ctx.tenant.settings} />
                </li>
              ))}
            </ol>
          </section>
        ) : (
          <p className="text-ink-2">Nothing is published yet, so there is nothing to find.</p>
        )}
        <RecentList />
      </div>
    </>
  );
}
