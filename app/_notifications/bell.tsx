'use client';

import { useRealtimeState } from '@/app/_realtime/use-realtime-state';
import { showToast } from '@/lib/ui/dialog/show-toast';
import { Icon } from '@/lib/ui/icon';
import { PlaceLink } from '@/lib/ui/place-link';
import type { ToldItem } from './inbox-answer';
import { arrivedEvent, useInbox } from './use-inbox';

/** More than these at once are told as a number. */
const mostToasts = 3;

/** The way to one's notifications, with how many are unread; new ones are told as they come. */
export function Bell() {
  const unread = useInbox((items) => {
    window.dispatchEvent(new CustomEvent(arrivedEvent, { detail: items }));
    announce(items);
  });
  const isPaused = useRealtimeState() === 'offline';
  const words = [
    'Notifications',
    ...(unread > 0 ? [`${unread} unread`] : []),
    ...(isPaused ? ['not live at the moment'] : []),
  ].join(', ');
  return (
    <PlaceLink
      className="button plain icon bell"
      href="/notifications"
      aria-label={words}
      title={isPaused ? 'Not live at the moment. What comes is shown when it is again.' : undefined}
      data-paused={isPaused}
    >
      <Icon name="bell" size={18} />
      {unread > 0 ? (
        <span className="bell-count" aria-hidden="true">
          {unread > 99 ? '99+' : unread}
        </span>
      ) : null}
    </PlaceLink>
  );
}

function announce(items: ToldItem[]): void {
  const fresh = items.filter(({ readAt }) => readAt === null).toReversed();
  if (fresh.length > mostToasts) {
    showToast(`${fresh.length} new notifications`, {
      id: 'notifications',
      act: { label: 'Show', href: '/notifications' },
    });
    return;
  }
  for (const { id, title, href } of fresh) {
    showToast(title, {
      id: `notification-${id}`,
      act: { label: href ? 'Open' : 'Show', href: href || '/notifications' },
    });
  }
}
