import { SiteLink } from '@/app/[tenant]/_parts/site-link';
import type { PostSummary } from '@/lib/blog/post-summary';
import type { DateSettings } from '@/lib/ui/format-date';
import { postAddress } from './addresses';
import { PostDate } from './post-meta';

interface PostLinesProps {
  posts: PostSummary[];
  dates: DateSettings;
  /** What its titles are, under the heading above them. */
  level?: 'h2' | 'h3';
}

/** Earlier articles, one line each. */
export function PostLines({ posts, dates, level: Heading = 'h3' }: PostLinesProps) {
  return (
    <ul>
      {posts.map((post) => (
        <li
          key={post.id}
          className="grid items-baseline gap-x-6 gap-y-1 border-line border-t py-[0.9375rem] text-ink-3 first:border-t-0 first:pt-0 mid:grid-cols-[10rem_minmax(0,1fr)_auto]"
        >
          <PostDate iso={post.publishedAt} dates={dates} />
          <Heading className="headline text-ink text-lg">
            <SiteLink href={postAddress(post.slug)}>{post.title}</SiteLink>
          </Heading>
          <span>{post.author.name}</span>
        </li>
      ))}
    </ul>
  );
}
