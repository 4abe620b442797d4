import type { InboxItem } from '@/lib/notifications/inbox/list-inbox';
import { Avatar } from '@/lib/ui/avatar';
import { KitForm } from '@/lib/ui/form/kit-form';
import { SubmitButton } from '@/lib/ui/form/submit-button';
import { Icon } from '@/lib/ui/icon';
import { PlaceLink } from '@/lib/ui/place-link';
import { mark } from '../actions';

interface LineProps {
  item: InboxItem;
  time: string;
  exactly: string;
  back: string;
}

/** One notification: who, what, when, and what can be done about it. */
export function InboxLine({ item, time, exactly, back }: LineProps) {
  const { id, title, body, href, senderName, readAt } = item;
  const isUnread = readAt === null;
  return (
    <li className="inbox-line" data-unread={isUnread || undefined}>
      {senderName ? (
        <Avatar name={senderName} />
      ) : (
        <span className="inbox-mark">
          <Icon name="bell" />
        </span>
      )}
      <div className="min-w-0">
        <h3>
          {isUnread ? <span className="sr-only">Unread: </span> : null}
          {title}
        </h3>
        {body ? <p className="inbox-body">{body}</p> : null}
        {senderName ? <p className="inbox-from">{senderName}</p> : null}
        <div className="inbox-line-acts">
          {href ? (
            <PlaceLink className="button small" href={href}>
              Open<span className="sr-only"> {title}</span>
            </PlaceLink>
          ) : null}
          <KitForm
            action={mark}
            hidden={{ id, as: isUnread ? 'read' : 'unread', back }}
            className=""
          >
            <SubmitButton tone="quiet">
              {isUnread ? 'Mark read' : 'Mark unread'}
              <span className="sr-only"> {title}</span>
            </SubmitButton>
          </KitForm>
        </div>
      </div>
      <time dateTime={item.createdAt.toISOString()} title={exactly}>
        {time}
      </time>
      {isUnread ? <span className="inbox-dot" aria-hidden="true" /> : null}
    </li>
  );
}
