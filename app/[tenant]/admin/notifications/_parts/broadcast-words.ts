import { type DateWords, formatExactly, formatMoment } from '@/app/_screens/format-moment';
import type { SentItem } from '@/lib/notifications/sending/list-sent';
import { formatCount, formatNumber } from '@/lib/ui/format-count';

const people = { one: 'person', other: 'people' };

/** "38 people". */
export function peopleWords(count: number): string {
  return formatCount(count, people);
}

/** What became of it: "121 of 126 delivered, 88 read". */
export function reachWords({ status, expected, recipients, delivered, read }: SentItem): string {
  if (status === 'cancelled') return 'Nobody got it';
  if (status === 'scheduled') return `For ${peopleWords(expected)}`;
  if (status === 'sending' && recipients < expected) {
    return `Sent to ${formatNumber(recipients)} of ${formatNumber(expected)} so far`;
  }
  const got = `${formatNumber(delivered)} of ${formatNumber(recipients)} delivered`;
  return `${got}, ${formatNumber(read)} read`;
}

/** True once some may have it. */
export function hasGone({ status }: Pick<SentItem, 'status'>): boolean {
  return status === 'sent' || status === 'sending';
}

/** When it went out or will, as a list says it, and the instant itself. */
export function whenWords(item: SentItem, dates: DateWords): { words: string; iso: string } {
  const { status, scheduledFor, sentAt, createdAt } = item;
  const iso = (sentAt ?? scheduledFor ?? createdAt).toISOString();
  const isFixed = status === 'scheduled' || (status === 'cancelled' && scheduledFor);
  return { iso, words: isFixed ? formatExactly(iso, dates) : formatMoment(iso, dates) };
}
