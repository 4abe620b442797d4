/** A notification as the API gives it. */
export interface ToldItem {
  id: string;
  kind: string;
  title: string;
  body: string;
  href: string;
  senderName: string;
  createdAt: string;
  readAt: string | null;
}

export interface InboxAnswer {
  data: ToldItem[];
  unread: number;
  newest: string;
  hasMore: boolean;
}

/**
 * Asks for the person's own inbox.
 *
 * @param after - `newest` of the last answer: what has come since; the newest one alone without it.
 * @returns null where it cannot be had at the moment.
 */
export async function askInbox(basePath: string, after?: string): Promise<InboxAnswer | null> {
  // The first look is for the count: nothing of it is shown.
  const query = after === undefined ? 'per_page=1&peek=true' : `per_page=20&after=${after}`;
  try {
    const answer = await fetch(`${basePath}/api/v1/notifications?${query}`, { cache: 'no-store' });
    return answer.ok ? ((await answer.json()) as InboxAnswer) : null;
  } catch {
    return null;
  }
}
