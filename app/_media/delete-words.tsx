import type { PictureFacts } from '@/lib/admin/media/read-picture';
import { UsedIn } from './used-in';

/** What deleting a picture does to the posts that show it. */
export function DeleteWords({ uses, hasMore }: Pick<PictureFacts, 'uses' | 'hasMore'>) {
  if (uses.length === 0) return <p>It is used nowhere.</p>;
  const count = hasMore
    ? `more than ${uses.length} posts`
    : uses.length === 1
      ? '1 post'
      : `${uses.length} posts`;
  return (
    <>
      <p>
        It is used in {count}. None is deleted: a cover becomes a drawing again, and a text keeps an
        empty place where the picture was.
      </p>
      <UsedIn uses={uses} hasMore={hasMore} />
    </>
  );
}
