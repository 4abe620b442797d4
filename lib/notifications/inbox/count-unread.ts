import { count } from 'drizzle-orm';
import { notificationReceipts } from '../../db/schema/tenant';
import { type InboxContext, inboxOwner } from './inbox-context';
import { unreadIn } from './own-receipts';

/** How many of the viewer's own are unread: the badge's number (S1.5). Nobody's is 0. */
export async function countUnread(ctx: InboxContext): Promise<number> {
  const userId = ctx.viewer?.apiKey ? null : inboxOwner(ctx);
  if (userId === null) return 0;
  const [row] = await ctx.db.read((tx) =>
    tx.select({ n: count() }).from(notificationReceipts).where(unreadIn(userId)),
  );
  return row?.n ?? 0;
}
