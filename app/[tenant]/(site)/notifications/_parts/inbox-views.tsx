import { kindNames, notificationKinds } from '@/lib/notifications/kinds';
import { PlaceLink } from '@/lib/ui/place-link';

interface ViewsProps {
  unread: number;
  isUnread: boolean;
  kind?: string;
}

/** Parts of the inbox. */
export function InboxViews({ unread, isUnread, kind }: ViewsProps) {
  const views = [
    { href: '/notifications', label: 'All', isCurrent: !kind && !isUnread },
    { href: '/notifications?unread=1', label: 'Unread', isCurrent: isUnread, count: unread },
    ...kindNames.map((name) => ({
      href: `/notifications?kind=${name}`,
      label: notificationKinds[name].label,
      isCurrent: kind === name,
    })),
  ];
  return (
    <nav className="inbox-views" aria-label="Notifications">
      {views.map(({ href, label, isCurrent, ...view }) => (
        <PlaceLink key={href} href={href} aria-current={isCurrent ? 'page' : undefined}>
          {label}
          {'count' in view && view.count ? <span className="count">{view.count}</span> : null}
        </PlaceLink>
      ))}
    </nav>
  );
}
