import { type DateWords, formatExactly } from '@/app/_screens/format-moment';
import type { Query } from '@/app/_screens/screen-types';
import type { SentItem } from '@/lib/notifications/sending/list-sent';
import { Flash } from '@/lib/ui/dialog/flash';
import { peopleWords } from './broadcast-words';

/** Says once, after a redirect, what has been done. Only words of our own are ever shown. */
export function BroadcastFlash({ query: { done, at }, item, dates }: BroadcastFlashProps) {
  if (typeof done !== 'string' || typeof at !== 'string') return null;
  const message = messageOf(done, item, dates);
  if (!message) return null;
  return <Flash message={message} tone={done === 'late' ? 'bad' : 'plain'} id={`${done}-${at}`} />;
}

interface BroadcastFlashProps {
  /** From the address: what was done, and when. */
  query: Query;
  item: SentItem;
  dates: DateWords;
}

function messageOf(done: string, item: SentItem, dates: DateWords): string | null {
  const { expected, scheduledFor } = item;
  if (done === 'sent') return `Sent to ${peopleWords(expected)}`;
  if (done === 'cancelled') return 'Cancelled. Nobody gets it';
  if (done === 'late') return 'Not cancelled. It was on its way already';
  if (done !== 'scheduled' || !scheduledFor) return null;
  return `Goes out on ${formatExactly(scheduledFor.toISOString(), dates)}`;
}
