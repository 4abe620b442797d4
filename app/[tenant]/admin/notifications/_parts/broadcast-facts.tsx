import { type DateWords, formatExactly } from '@/app/_screens/format-moment';
import type { SentItem } from '@/lib/notifications/sending/list-sent';
import { DescriptionList } from '@/lib/ui/list/description-list';
import { Panel } from '@/lib/ui/list/panel';
import { hasGone, peopleWords } from './broadcast-words';

/** Whom it is for, who sent it, and when. */
export function BroadcastFacts({ item, dates }: { item: SentItem; dates: DateWords }) {
  const { status, createdAt, scheduledFor, sentAt } = item;
  const fact = (label: string, time: Date | null) =>
    time ? [{ label, value: <Moment time={time} dates={dates} /> }] : [];
  return (
    <Panel title="Details">
      <DescriptionList
        items={[
          { label: 'For', value: item.audienceLabel },
          ...(hasGone(item) ? [] : [{ label: 'Recipients', value: peopleWords(item.expected) }]),
          { label: 'By', value: item.senderName || 'Nobody any more' },
          ...(scheduledFor ? fact('Written', createdAt) : []),
          ...fact(
            status === 'cancelled' ? 'Was to go out' : 'Goes out',
            sentAt ? null : scheduledFor,
          ),
          ...fact('Sent', sentAt),
          { label: 'Time zone', value: dates.timeZone },
        ]}
      />
    </Panel>
  );
}

function Moment({ time, dates }: { time: Date; dates: DateWords }) {
  const iso = time.toISOString();
  return <time dateTime={iso}>{formatExactly(iso, dates)}</time>;
}
