import { formatExactly } from '@/app/_screens/format-moment';
import type { InboxItem } from '@/lib/notifications/inbox/list-inbox';
import { type DateSettings, formatDate } from '@/lib/ui/format-date';
import { InboxLine } from './inbox-line';

interface DaysProps {
  items: InboxItem[];
  dates: DateSettings;
  /** Where its forms come back to. */
  back: string;
}

/** Notifications by day, in the tenant's time zone. */
export function InboxDays({ items, dates, back }: DaysProps) {
  const now = new Date();
  const today = formatDate(now.toISOString(), dates);
  const yesterday = formatDate(new Date(now.getTime() - 86_400_000).toISOString(), dates);
  return [...byDay(items, dates)].map(([day, list]) => (
    <section key={day} className="inbox-day" aria-label={day}>
      <h2>{day === today ? 'Today' : day === yesterday ? 'Yesterday' : day}</h2>
      <ul>
        {list.map((item) => (
          <InboxLine
            key={item.id}
            item={item}
            time={formatDate(item.createdAt.toISOString(), dates, { timeStyle: 'short' })}
            exactly={formatExactly(item.createdAt.toISOString(), dates)}
            back={back}
          />
        ))}
      </ul>
    </section>
  ));
}

function byDay(items: InboxItem[], dates: DateSettings): Map<string, InboxItem[]> {
  const days = new Map<string, InboxItem[]>();
  for (const item of items) {
    const day = formatDate(item.createdAt.toISOString(), dates);
    days.set(day, [...(days.get(day) ?? []), item]);
  }
  return days;
}
