import { eq } from 'drizzle-orm';
import { z } from 'zod';
import type { PlatformTx } from '../../db/platform-tx';
import { publicBroadcasts } from '../../db/schema/platform';
import { AppError, InvalidInput } from '../../errors';
import { recordEvents } from '../../events/record-event';
import { broadcastSchema } from '../../notifications/sending/broadcast-input';
import type { PlatformContext } from '../platform-context';
import { lockPublicGroup } from './find-public-group';
import { countReached } from './preview-public-broadcast';

/** What is said to a group across tenants: plain texts, and no path, for sites have their own. */
export const publicBroadcastSchema = broadcastSchema
  .pick({ title: true, body: true })
  .extend({ key: z.uuid() });

export interface SentPublicBroadcast {
  id: string;
  /** False for a form that was sent before. */
  isNew: boolean;
}

/**
 * Says something to a group across tenants (S1.29). The database asks for the job that decides where
 * each person is told, in the same transaction; a `key` that was sent before sends nothing again.
 *
 * @throws AppError not_found for a group that is not there; conflict for a key of something else;
 *   InvalidInput (`body`) where nobody would get it.
 */
export async function sendPublicBroadcast(
  ctx: PlatformContext,
  groupId: string,
  { title, body, key: requestKey }: z.output<typeof publicBroadcastSchema>,
): Promise<SentPublicBroadcast> {
  return ctx.db.write(async (tx) => {
    const group = await lockPublicGroup(tx, groupId);
    const known = await findSent(tx, ctx, groupId, requestKey);
    if (known) return known;
    const { people, reached, tenants } = await countReached(tx, group.id);
    if (reached === 0) throw new InvalidInput({ body: ['Nobody would get it.'] });
    const [sent] = await tx
      .insert(publicBroadcasts)
      .values({ groupId: group.id, title, body, senderId: ctx.actor.id, requestKey })
      .onConflictDoNothing()
      .returning({ id: publicBroadcasts.id });
    if (!sent) throw taken();
    await recordEvents(tx, ctx, [
      {
        ...{ type: 'public-group.sent', tenantId: null, subjectId: group.id },
        payload: { resource: 'public-groups', label: group.name, title, people, reached, tenants },
        cacheTags: [],
      },
    ]);
    return { id: sent.id, isNew: true };
  });
}

async function findSent(
  tx: PlatformTx,
  { actor }: PlatformContext,
  groupId: string,
  requestKey: string,
): Promise<SentPublicBroadcast | null> {
  const [row] = await tx
    .select()
    .from(publicBroadcasts)
    .where(eq(publicBroadcasts.requestKey, requestKey));
  if (!row) return null;
  if (row.groupId !== groupId || row.senderId !== actor.id) throw taken();
  return { id: row.id, isNew: false };
}

function taken(): AppError {
  return new AppError('conflict', 'This form was sent already. Open the page anew.');
}
