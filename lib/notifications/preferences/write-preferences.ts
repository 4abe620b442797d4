import { z } from 'zod';
import { notificationPreferences } from '../../db/schema/tenant';
import { AppError, InvalidInput } from '../../errors';
import { type InboxContext, inboxOwner } from '../inbox/inbox-context';
import { kindNames, mailWays, rulesOf } from '../kinds';
import { type Preference, readPreferences } from './read-preferences';

/** Changes of one's own wishes; what is not named stays. */
export const preferenceChanges = z
  .array(
    z.strictObject({
      kind: z.enum(kindNames),
      inApp: z.boolean().optional(),
      email: z.enum(mailWays).optional(),
    }),
  )
  .max(kindNames.length);

export type PreferenceChange = z.input<typeof preferenceChanges>[number];

/**
 * Changes how the viewer hears of things at the tenant. It holds for what is sent from then on.
 *
 * @returns all of them, as they are now.
 * @throws AppError forbidden for who has no inbox; InvalidInput by kind.
 */
export async function writePreferences(
  ctx: InboxContext,
  changes: PreferenceChange[],
): Promise<Preference[]> {
  const userId = inboxOwner(ctx);
  if (userId === null) throw new AppError('forbidden', 'These are a member’s own.');
  const parsed = preferenceChanges.safeParse(changes);
  if (!parsed.success) throw new InvalidInput({ preferences: ['There is no such choice.'] });
  for (const { kind, inApp } of parsed.data) {
    if (inApp === false && rulesOf(kind).inApp === 'always') {
      throw new InvalidInput({ [kind]: ['This cannot be switched off in the inbox.'] });
    }
  }
  await ctx.db.write(async (tx) => {
    const { tenantId, userId: owner, kind } = notificationPreferences;
    for (const { kind: name, ...chosen } of parsed.data) {
      await tx
        .insert(notificationPreferences)
        .values({ userId, kind: name, ...chosen })
        .onConflictDoUpdate({
          target: [tenantId, owner, kind],
          set: { ...chosen, updatedAt: new Date() },
        });
    }
  });
  return readPreferences(ctx);
}
