import { SiteLink } from '@/app/[tenant]/_parts/site-link';
import type { PostSummary } from '@/lib/blog/post-summary';
import type { DateSettings } from '@/lib/ui/format-date';
import { postAddress } from './addresses';
import { PostCover } from './post-cover';
import { PostMeta } from './post-meta';
import { FirstTopic } from './topics';

/** The newest article, large, on top of the home page. */
export function LeadPost({ post, dates }: { post: PostSummary; dates: DateSettings }) {
  return (
    <article className="grid items-center gap-6 wide:grid-cols-[minmax(0,1.15fr)_minmax(0,1fr)] wide:gap-11">
      <PostCover post={post} as="lead" className="wide:order-last print:hidden!" />
      <div className="min-w-0">
        <FirstTopic tags={post.tags} />
        <h2 className="headline mt-3 mb-4 text-[clamp(1.875rem,4vw,2.875rem)] leading-[1.08] tracking-[-0.022em]">
          <SiteLink href={postAddress(post.slug)}>{post.title}</SiteLink>
        </h2>
        <p className="mb-5 max-w-[34em] font-read text-ink-2 text-lg leading-[1.55]">
          {post.description}
        </p>
        <PostMeta post={post} dates={dates} withAvatar />
      </div>
    </article>
  );
}
