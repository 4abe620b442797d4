import { type DateWords, formatMoment } from '@/app/_screens/format-moment';
import type { SearchIndexView } from '@/lib/admin/search/read-search-index';
import { ActForm } from '@/lib/ui/form/act-form';
import { SubmitButton } from '@/lib/ui/form/submit-button';
import { formatNumber } from '@/lib/ui/format-count';
import { Panel } from '@/lib/ui/list/panel';
import { RowList } from '@/lib/ui/list/row-list';
import { tryAgain } from '../actions';

interface RefusedPanelProps {
  index: SearchIndexView;
  dates: DateWords;
  mayWrite: boolean;
}

/** The posts that cannot be found, and why. */
export function RefusedPanel({ index, dates, mayWrite }: RefusedPanelProps) {
  const { refused, refusedPosts } = index;
  return (
    <Panel
      title="Refused posts"
      count={formatNumber(refused)}
      foot="They are not found until they are changed, or the search engine takes them after all."
      flush
    >
      <RowList
        rows={refusedPosts.map(({ id, title, words, since }) => ({
          id,
          icon: 'post' as const,
          title: title ?? 'A post you cannot see, or one that is gone',
          href: title === null ? undefined : `/admin/posts/${id}`,
          note: (
            <>
              {words}{' '}
              <time dateTime={since.toISOString()}>{formatMoment(since.toISOString(), dates)}</time>
            </>
          ),
          act: mayWrite ? (
            <ActForm action={tryAgain} fields={{ id }}>
              <SubmitButton tone="plain">
                Try again<span className="sr-only"> with {title ?? 'this post'}</span>
              </SubmitButton>
            </ActForm>
          ) : undefined,
        }))}
      />
    </Panel>
  );
}
