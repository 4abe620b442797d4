import { type PublishOptions, tell } from '../../realtime/publish';
import type { InboxContext } from './inbox-context';

/** What a person's open pages hear when something was marked: `{ tenant, unread }`. */
export const readEvent = 'notification.read';

/** Tells somebody's other tabs how many are unread at the tenant. */
export function tellUnread(
  { tenant }: Pick<InboxContext, 'tenant'>,
  { userId, unread }: { userId: string; unread: number },
  options?: PublishOptions,
): Promise<void> {
  return tell({ kind: 'user', userId }, readEvent, { tenant: tenant.id, unread }, options);
}
