import type { SearchIndexView } from '@/lib/admin/search/read-search-index';
import { Notice } from '@/lib/ui/list/notice';

/** What is wrong with the index, what still works, and what happens next. */
export function IndexNotice({ index }: { index: SearchIndexView }) {
  const { away, phase, fault, hasLive, drift, isAsked } = index;
  if (away) {
    return (
      <Notice tone="wait" title="PostgreSQL answers for now">
        <p>
          {away} Readers find everything all the same, with spelling mistakes forgiven in titles
          alone. Changes wait, and are sent once it is back.
        </p>
      </Notice>
    );
  }
  if (phase === 'fault') {
    return (
      <Notice tone="bad" title="The last attempt to make an index failed">
        <p>
          {fault} {hasLive ? 'The former index goes on answering.' : 'PostgreSQL answers instead.'}{' '}
          {hasLive
            ? 'Build it anew once that is mended.'
            : 'It is tried again every ten minutes by itself.'}
        </p>
      </Notice>
    );
  }
  if (drift && !isAsked && phase === 'ready') {
    return (
      <Notice tone="wait" title="The index differs from the posts">
        <p>
          Readers may miss an article, or see one as it was. It is mended tonight by itself, and at
          once when you build it anew.
        </p>
      </Notice>
    );
  }
  return null;
}
