import type { PictureFacts } from '@/lib/admin/media/read-picture';
import { UsedIn } from './used-in';

/** What deleting a picture does to what shows it. */
export function DeleteWords({ uses, hasMore }: Pick<PictureFacts, 'uses' | 'hasMore'>) {
  if (uses.length === 0) return <p>It is used nowhere.</p>;
  const noun = uses.every(({ resource }) => resource === 'posts') ? 'post' : 'place';
  const count = uses.length === 1 ? `1 ${noun}` : `${uses.length} ${noun}s`;
  return (
    <>
      <p>
        It is used in {hasMore ? `more than ${count}` : count}. No post is deleted: a cover becomes
        a drawing again, a text keeps an empty place where the picture was, and a site without its
        logo shows its name.
      </p>
      <UsedIn uses={uses} hasMore={hasMore} />
    </>
  );
}
