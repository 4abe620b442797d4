import { SiteLink } from '@/app/[tenant]/_parts/site-link';
import type { PostLink } from '@/lib/blog/post-summary';
import { postAddress } from './addresses';
import { PostCover } from './post-cover';

/** An article by its picture and title, with a word about it. */
export function PostPicture({ post, note }: { post: PostLink; note?: string }) {
  return (
    <div className="min-w-0">
      <SiteLink href={postAddress(post.slug)} tabIndex={-1} aria-hidden="true">
        <PostCover post={post} as="card" />
      </SiteLink>
      {note ? <p className="mt-3 text-ink-3 text-sm">{note}</p> : null}
      <h3 className={`headline text-lg ${note ? 'mt-0.5' : 'mt-3'}`}>
        <SiteLink href={postAddress(post.slug)}>{post.title}</SiteLink>
      </h3>
    </div>
  );
}
