import { eq } from 'drizzle-orm';
import { notificationPreferences } from '../../db/schema/tenant';
import { type InboxContext, inboxOwner } from '../inbox/inbox-context';
import { kindNames, type MailWay, type NotificationKind, rulesOf } from '../kinds';
import { wishOf } from '../wishes';

/** How somebody hears of a kind, chosen or usual, with its words. */
export interface Preference {
  kind: NotificationKind;
  label: string;
  description: string;
  inApp: boolean;
  /** It is in everybody's inbox, and cannot be switched off. */
  isInAppFixed: boolean;
  email: MailWay;
}

/**
 * The viewer's own wishes at the tenant, one for each kind. For who has no inbox there are none.
 *
 * @throws AppError forbidden for API keys.
 */
export async function readPreferences(ctx: InboxContext): Promise<Preference[]> {
  const userId = inboxOwner(ctx);
  if (userId === null) return [];
  const rows = await ctx.db.read((tx) =>
    tx.select().from(notificationPreferences).where(eq(notificationPreferences.userId, userId)),
  );
  const isStaff = ctx.viewer?.membership?.isStaff ?? false;
  return kindNames.map((kind) => {
    const { label, description, inApp } = rulesOf(kind);
    const row = rows.find((one) => one.kind === kind);
    const chosen = { inApp: row?.inApp ?? null, email: row?.email ?? null, isStaff };
    return { kind, label, description, ...wishOf(kind, chosen), isInAppFixed: inApp === 'always' };
  });
}
