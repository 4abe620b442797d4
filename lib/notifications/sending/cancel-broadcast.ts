import { and, eq } from 'drizzle-orm';
import { notifications } from '../../db/schema/tenant';
import { AppError } from '../../errors';
import { recordEvent } from '../../events/record-event';
import { isId } from '../is-id';
import { demandSender, type SenderContext } from './sender-context';

/**
 * Takes back what was to be sent later. The row says so at once; its job finds it so and does nothing.
 *
 * @throws AppError forbidden; not_found; conflict for what is being sent or was.
 */
export async function cancelBroadcast(ctx: SenderContext, id: string): Promise<void> {
  demandSender(ctx);
  if (!isId(id)) throw unknown();
  await ctx.db.write(async (tx) => {
    const isIt = and(eq(notifications.id, id), eq(notifications.kind, 'broadcast'));
    const [row] = await tx
      .update(notifications)
      .set({ status: 'cancelled', updatedAt: new Date() })
      .where(and(isIt, eq(notifications.status, 'scheduled')))
      .returning({ title: notifications.title });
    if (row) {
      return recordEvent(tx, ctx, {
        type: 'notification.cancelled',
        subjectId: id,
        payload: { resource: 'notifications', label: row.title },
        cacheTags: [],
      });
    }
    const [found] = await tx
      .select({ status: notifications.status })
      .from(notifications)
      .where(isIt);
    if (!found) throw unknown();
    throw new AppError(
      'conflict',
      found.status === 'cancelled' ? 'It was cancelled already.' : 'It is on its way already.',
    );
  });
}

function unknown(): AppError {
  return new AppError('not_found', 'There is no such notification.');
}
