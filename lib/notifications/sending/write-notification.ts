import { notifications } from '../../db/schema/tenant';
import type { ScopedTx } from '../../db/scoped-tx';
import { enqueueJob } from '../../jobs/enqueue-job';
import type { KeptAudience } from '../audience';
import type { NotificationKind } from '../kinds';
import { sendNotification } from './send-job';

/** Something to be said to somebody. */
export interface NewNotification {
  kind: NotificationKind;
  title: string;
  body?: string;
  href?: string;
  audience: KeptAudience;
  /** The platform has a name and no id. */
  sender?: { id?: string; name: string };
  /** Whom it names. */
  aboutId?: string;
  eventId?: number;
  requestKey?: string;
  expected?: number;
  scheduledFor?: Date | null;
}

/**
 * Writes a notification and asks for the job that sends it, in one transaction (C22).
 *
 * @returns its id; null where the same event or form has written it before.
 */
export async function writeNotification(
  tx: ScopedTx,
  { audience, sender, scheduledFor, ...given }: NewNotification,
): Promise<string | null> {
  const [row] = await tx
    .insert(notifications)
    .values({
      ...given,
      audience: { ...audience },
      senderId: sender?.id,
      senderName: sender?.name,
      scheduledFor,
      status: scheduledFor ? 'scheduled' : 'sending',
    })
    .onConflictDoNothing()
    .returning({ id: notifications.id });
  if (!row) return null;
  const { id } = row;
  await enqueueJob(tx, sendNotification, { id }, { key: id, runAt: scheduledFor ?? undefined });
  return id;
}
