import type { DateWords } from '@/app/_screens/format-moment';
import type { SentItem } from '@/lib/notifications/sending/list-sent';
import { StateBadge } from '@/lib/ui/list/state-badge';
import { SoftLink } from '@/lib/ui/shell/soft-link';
import { hasGone, peopleWords, reachWords, whenWords } from './broadcast-words';
import { ReachBar } from './reach-bar';

/** What was sent, a line each: whom it was for, when, and what became of it. */
export function SentRows({ items, dates }: SentProps) {
  return (
    <ul className="sent-rows">
      {items.map((item) => (
        <li key={item.id}>
          <div className="sent-what">
            <Title item={item} />
            <span className="sent-note">{item.audienceLabel}</span>
          </div>
          <StateBadge state={item.status} />
          <When item={item} dates={dates} />
          <div className="sent-reach">
            {hasGone(item) ? <ReachBar {...item} /> : null}
            <span className="sent-note">{reachWords(item)}</span>
          </div>
        </li>
      ))}
    </ul>
  );
}

/** The same beside the composer, where there is less room. */
export function SentBefore({ items, dates }: SentProps) {
  return (
    <ul className="sent-before">
      {items.map((item) => (
        <li key={item.id}>
          <div className="sent-head">
            <Title item={item} />
            <When item={item} dates={dates} />
          </div>
          {hasGone(item) ? <ReachBar {...item} /> : null}
          <span className="sent-note">{lineOf(item)}</span>
        </li>
      ))}
    </ul>
  );
}

interface SentProps {
  items: SentItem[];
  dates: DateWords;
}

function Title({ item: { id, title } }: { item: SentItem }) {
  return (
    <SoftLink href={`/admin/notifications/${id}`} className="sent-title">
      {title}
    </SoftLink>
  );
}

function When({ item, dates }: { item: SentItem; dates: DateWords }) {
  const { words, iso } = whenWords(item, dates);
  return (
    <time className="sent-note sent-when" dateTime={iso}>
      {words}
    </time>
  );
}

/** "Everyone, 126 people: 121 delivered, 88 read". */
function lineOf(item: SentItem): string {
  const { status, audience, audienceLabel, expected, recipients, delivered, read } = item;
  if (status === 'scheduled') return `${audienceLabel}, not sent yet`;
  if (status === 'cancelled') return `${audienceLabel}, cancelled`;
  const count = Math.max(recipients, status === 'sending' ? expected : 0);
  const to = 'users' in audience ? audienceLabel : `${audienceLabel}, ${peopleWords(count)}`;
  return `${to}: ${delivered} delivered, ${read} read`;
}
