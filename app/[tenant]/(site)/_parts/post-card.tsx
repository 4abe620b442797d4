import { SiteLink } from '@/app/[tenant]/_parts/site-link';
import type { PostSummary } from '@/lib/blog/post-summary';
import type { DateSettings } from '@/lib/ui/format-date';
import { postAddress } from './addresses';
import { PostCover } from './post-cover';
import { PostMeta } from './post-meta';

/** Articles three, two or one beside each other. */
export function PostGrid({ posts, dates, level = 'h3' }: PostGridProps) {
  return (
    <div className="grid gap-x-8 gap-y-9 mid:grid-cols-2 wide:grid-cols-3">
      {posts.map((post) => (
        <PostCard key={post.id} post={post} dates={dates} Heading={level} />
      ))}
    </div>
  );
}

interface PostGridProps {
  posts: PostSummary[];
  dates: DateSettings;
  /** Level of the titles: one below the heading the grid stands under. */
  level?: 'h2' | 'h3';
}

interface PostCardProps {
  post: PostSummary;
  dates: DateSettings;
  Heading: 'h2' | 'h3';
}

function PostCard({ post, dates, Heading }: PostCardProps) {
  const address = postAddress(post.slug);
  return (
    <article className="flex min-w-0 flex-col break-inside-avoid">
      {/* The title is the link people and screen readers meet; the picture is only a larger target. */}
      <SiteLink href={address} tabIndex={-1} aria-hidden="true" className="print:hidden">
        <PostCover post={post} as="card" />
      </SiteLink>
      <Heading className="headline mt-3.5 mb-2 text-xl leading-[1.2]">
        <SiteLink href={address}>{post.title}</SiteLink>
      </Heading>
      <p className="mb-3 line-clamp-3 text-ink-2">{post.description}</p>
      <div className="mt-auto">
        <PostMeta post={post} dates={dates} />
      </div>
    </article>
  );
}
