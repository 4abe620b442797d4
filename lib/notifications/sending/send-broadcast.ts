import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { notifications } from '../../db/schema/tenant';
import type { ScopedTx } from '../../db/scoped-tx';
import { AppError, InvalidInput } from '../../errors';
import { recordEvent } from '../../events/record-event';
import { type BroadcastInput, broadcastSchema } from './broadcast-input';
import { countAudience } from './preview-audience';
import { demandSender, type SenderContext } from './sender-context';
import { writeNotification } from './write-notification';

/** What came of it. */
export interface SentBroadcast {
  id: string;
  /** How many people it is for at this moment; who is a member when it is sent gets it. */
  recipients: number;
}

/**
 * Says something to people of the tenant (S1.29): everybody, a group, or some. Written with the job
 * that sends it, so that it is sent if and only if it is there; a `key` that was sent before gives the
 * one that it made.
 *
 * @throws AppError forbidden; InvalidInput by field: `audience` for people of another tenant too.
 */
export async function sendBroadcast(
  ctx: SenderContext,
  input: BroadcastInput,
): Promise<SentBroadcast> {
  demandSender(ctx);
  const { key: requestKey, ...given } = checked(input);
  return ctx.db.write(async (tx) => {
    const known = requestKey && (await findSent(tx, ctx, requestKey));
    if (known) return known;
    const expected = await countAudience(tx, given.audience);
    const sender = ctx.actor;
    const what = { kind: 'broadcast' as const, ...given, sender, requestKey, expected };
    const id = await writeNotification(tx, what);
    // The same form came in between, and has committed by now.
    const twin = id === null && requestKey ? await findSent(tx, ctx, requestKey) : undefined;
    if (twin) return twin;
    if (id === null) throw new AppError('conflict', 'It was sent already.');
    await recordEvent(tx, ctx, {
      type: given.scheduledFor ? 'notification.scheduled' : 'notification.sent',
      subjectId: id,
      payload: { resource: 'notifications', label: given.title, recipients: expected },
      cacheTags: [],
    });
    return { id, recipients: expected };
  });
}

function checked(input: BroadcastInput): z.output<typeof broadcastSchema> {
  const parsed = broadcastSchema.safeParse(input);
  if (parsed.success) return parsed.data;
  const fields: Record<string, string[]> = {};
  for (const { path, message } of parsed.error.issues) {
    const field = String(path[0] ?? 'title');
    fields[field] = [
      ...(fields[field] ?? []),
      field === 'audience' ? 'Choose who it is for.' : message,
    ];
  }
  throw new InvalidInput(fields);
}

async function findSent(
  tx: ScopedTx,
  { actor }: SenderContext,
  requestKey: string,
): Promise<SentBroadcast | undefined> {
  const [row] = await tx
    .select({
      id: notifications.id,
      recipients: notifications.expected,
      senderId: notifications.senderId,
    })
    .from(notifications)
    .where(eq(notifications.requestKey, requestKey));
  if (!row) return undefined;
  const { senderId, ...sent } = row;
  if (senderId !== (actor?.id ?? null))
    throw new AppError('conflict', 'This key is somebody else’s.');
  return sent;
}
