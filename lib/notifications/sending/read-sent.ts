import { and, eq } from 'drizzle-orm';
import { notifications } from '../../db/schema/tenant';
import { AppError } from '../../errors';
import { isId } from '../is-id';
import { type SentItem, sentColumns, withCounts } from './list-sent';
import { demandReader, type SenderContext } from './sender-context';

/**
 * Reads one broadcast with how many have got, seen and read it.
 *
 * @throws AppError forbidden; not_found, for another tenant's too.
 */
export async function readSent(ctx: SenderContext, id: string): Promise<SentItem> {
  demandReader(ctx);
  const [item] = await ctx.db.read(async (tx) => {
    if (!isId(id)) return [];
    const isIt = and(eq(notifications.id, id), eq(notifications.kind, 'broadcast'));
    return withCounts(tx, await tx.select(sentColumns).from(notifications).where(isIt));
  });
  if (!item) throw new AppError('not_found', 'There is no such notification.');
  return item;
}
