import { type DateWords, formatExactly } from '@/app/_screens/format-moment';
import type { SearchIndexView } from '@/lib/admin/search/read-search-index';
import { ActForm } from '@/lib/ui/form/act-form';
import { SubmitButton } from '@/lib/ui/form/submit-button';
import { formatCount, formatNumber } from '@/lib/ui/format-count';
import { Badge } from '@/lib/ui/list/badge';
import { DescriptionList } from '@/lib/ui/list/description-list';
import { Panel } from '@/lib/ui/list/panel';
import { buildAnew, compareNow } from '../actions';

interface IndexPanelProps {
  index: SearchIndexView;
  dates: DateWords;
  mayWrite: boolean;
}

/** How the index in Elasticsearch stands, in numbers, with what can be done about it. */
export function IndexPanel({ index, dates, mayWrite }: IndexPanelProps) {
  const { phase, posts, waiting, refused, hasLive, builtAt } = index;
  return (
    <Panel title="Index" act={mayWrite ? <Acts {...index} /> : null} foot={footOf(index)}>
      <div className="search-facts">
        <DescriptionList
          items={[
            { label: 'Engine', value: 'Elasticsearch' },
            { label: 'State', value: <State {...index} /> },
            ...(builtAt && hasLive
              ? [{ label: 'Ready since', value: <Moment time={builtAt} dates={dates} /> }]
              : []),
            { label: 'Posts in the database', value: formatNumber(posts) },
            {
              label: 'Posts in the index',
              value: formatIndexed(index),
            },
            { label: 'Changes waiting', value: formatNumber(waiting) },
            { label: 'Refused posts', value: formatNumber(refused) },
            { label: 'Last comparison', value: <Comparison index={index} dates={dates} /> },
          ]}
        />
      </div>
      {phase === 'building' ? <Progress index={index} /> : null}
    </Panel>
  );
}

function footOf({ phase, isAsked, away }: SearchIndexView): string | null {
  if (phase === 'building') return null;
  if (isAsked) return 'A new index has been asked for. What answers now does until it is complete.';
  if (phase === 'none' && !away) {
    return 'The first index is begun within a minute, by itself. PostgreSQL answers until then.';
  }
  return null;
}

function Acts({ isAsked, hasLive, away }: SearchIndexView) {
  return (
    <span className="search-acts">
      {hasLive && !away ? (
        <ActForm action={compareNow}>
          <SubmitButton tone="plain">Compare now</SubmitButton>
        </ActForm>
      ) : null}
      {isAsked ? null : (
        <ActForm action={buildAnew}>
          <SubmitButton tone="plain">{hasLive ? 'Build anew' : 'Build now'}</SubmitButton>
        </ActForm>
      )}
    </span>
  );
}

function formatIndexed({ indexed, hasLive }: SearchIndexView): string {
  if (indexed !== null) return formatNumber(indexed);
  return hasLive ? 'Not known' : '0';
}

function State({ phase, hasLive }: Pick<SearchIndexView, 'phase' | 'hasLive'>) {
  if (phase === 'fault') {
    return <Badge tone="bad">{hasLive ? 'The new one failed' : 'Not built'}</Badge>;
  }
  if (phase === 'building') return <Badge tone="moving">Being built</Badge>;
  if (phase === 'none') {
    return (
      <Badge tone="plain" icon="clock">
        No index yet
      </Badge>
    );
  }
  return <Badge tone="good">Ready</Badge>;
}

function Moment({ time, dates }: { time: Date; dates: DateWords }) {
  const at = time.toISOString();
  return <time dateTime={at}>{formatExactly(at, dates)}</time>;
}

function Comparison({
  index: { checkedAt, drift },
  dates,
}: {
  index: SearchIndexView;
  dates: DateWords;
}) {
  if (!checkedAt) return 'Never';
  const found = drift ? formatCount(drift, { one: 'difference', other: 'differences' }) : 'in step';
  return (
    <span>
      <Moment time={checkedAt} dates={dates} />, {found}
    </span>
  );
}

/** Every post is marked when a build begins, and what was sent is waiting no more. */
function Progress({ index: { posts, waiting, refused } }: { index: SearchIndexView }) {
  const sent = Math.max(0, posts - waiting - refused);
  const text = `${formatNumber(sent)} of ${formatCount(posts, { one: 'post', other: 'posts' })}`;
  return (
    <label className="search-progress">
      <span className="meter-words">
        <span>Sent to the new index</span>
        <span>{text}</span>
      </span>
      <progress value={sent} max={Math.max(1, posts)} />
    </label>
  );
}
