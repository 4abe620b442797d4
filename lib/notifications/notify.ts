import type { ScopedTx } from '../db/scoped-tx';
import type { NotificationKind } from './kinds';
import { writeNotification } from './sending/write-notification';

interface Notice {
  /** Who is told; of them those who want this kind and are members when it is sent. Or everybody. */
  userIds: string[] | 'all';
  kind: NotificationKind;
  title: string;
  body?: string;
  /** A path of the tenant's site. */
  href?: string;
  /** The event it comes from: one of a kind for each, whatever is repeated. */
  eventId?: number;
  /** Whom it names, so that erasing them takes it out. */
  aboutId?: string;
  /** Who did it, and need not be told. */
  except?: string | null;
}

const longestTitle = 200;
const longestBody = 2000;

/**
 * Tells people of the tenant that something has happened, in the transaction that knows of it (S1.5).
 * Their wishes decide by which ways it comes.
 *
 * @returns its id; null where the event was told before, or nobody is meant.
 */
export async function notify(
  tx: ScopedTx,
  { userIds, except, title, body = '', ...notice }: Notice,
): Promise<string | null> {
  const users = userIds === 'all' ? null : [...new Set(userIds)];
  if (users?.length === 0) return null;
  const audience = {
    ...(users ? { users } : { all: true as const }),
    ...(except && { except }),
  };
  const texts = { title: shortened(title, longestTitle), body: shortened(body, longestBody) };
  return writeNotification(tx, { ...notice, ...texts, audience });
}

function shortened(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`;
}
