import { type DateWords, formatExactly } from '@/app/_screens/format-moment';
import type { SentItem } from '@/lib/notifications/sending/list-sent';
import type { ConfirmContentProps } from '@/lib/ui/dialog/confirm-body';
import { cancel } from '../actions';
import { peopleWords } from './broadcast-words';

/** What is asked before a broadcast that waits is taken back. */
export function cancelQuestion(item: SentItem, dates: DateWords): ConfirmContentProps {
  const { id, title, expected, scheduledFor } = item;
  const time = scheduledFor ? ` on ${formatExactly(scheduledFor.toISOString(), dates)}` : '';
  return {
    title: `Cancel “${title}”?`,
    children: `It was to go out${time} to ${peopleWords(expected)}. Nobody gets it then.`,
    undo: 'It stays in the list as cancelled. To send it after all, write it again.',
    action: cancel,
    hidden: { id },
    confirm: { label: 'Cancel broadcast' },
    cancel: { label: 'Keep it', href: `/admin/notifications/${id}` },
  };
}
