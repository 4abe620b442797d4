import type { PostLink } from '@/lib/blog/post-summary';
import { PostPicture } from './post-picture';

/** Other articles about the same topics. */
export function RelatedPosts({ posts }: { posts: PostLink[] }) {
  if (posts.length === 0) return null;
  return (
    <nav aria-label="Related articles" className="mt-12 border-ink border-t pt-3 print:hidden">
      <h2 className="mb-5 text-md">Related articles</h2>
      <div className="grid gap-6 mid:grid-cols-2">
        {posts.map((post) => (
          <PostPicture key={post.slug} post={post} />
        ))}
      </div>
    </nav>
  );
}
