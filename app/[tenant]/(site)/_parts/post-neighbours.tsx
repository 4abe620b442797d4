import { SiteLink } from '@/app/[tenant]/_parts/site-link';
import type { PostLink } from '@/lib/blog/post-summary';
import { CoverMotif } from '@/lib/ui/cover-motif';
import { postAddress } from './addresses';

interface NeighboursProps {
  newer: PostLink | null;
  older: PostLink | null;
}

/** Where to read on: the articles published just before and just after this one. */
export function PostNeighbours({ newer, older }: NeighboursProps) {
  if (!newer && !older) return null;
  return (
    <nav aria-label="More articles" className="mt-12 border-ink border-t pt-3 print:hidden">
      <h2 className="mb-5 text-md">Read on</h2>
      <div className="grid gap-6 mid:grid-cols-2">
        {older ? <Neighbour post={older} side="Earlier" /> : null}
        {newer ? <Neighbour post={newer} side="Later" /> : null}
      </div>
    </nav>
  );
}

function Neighbour({ post, side }: { post: PostLink; side: string }) {
  return (
    <div className="min-w-0">
      <SiteLink href={postAddress(post.slug)} tabIndex={-1} aria-hidden="true">
        <CoverMotif seed={post.slug} />
      </SiteLink>
      <p className="mt-3 text-ink-3 text-sm">{side}</p>
      <h3 className="headline mt-0.5 text-lg">
        <SiteLink href={postAddress(post.slug)}>{post.title}</SiteLink>
      </h3>
    </div>
  );
}
