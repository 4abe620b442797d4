import type { PostLink } from '@/lib/blog/post-summary';
import { PostPicture } from './post-picture';

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
        {older ? <PostPicture post={older} note="Earlier" /> : null}
        {newer ? <PostPicture post={newer} note="Later" /> : null}
      </div>
    </nav>
  );
}
