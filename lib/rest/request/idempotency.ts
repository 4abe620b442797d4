import { createHash } from 'node:crypto';
import { and, eq, lt } from 'drizzle-orm';
import { idempotencyKeys } from '../../db/schema/platform';
import type { ScopedTx } from '../../db/scoped-tx';
import { ApiProblem } from '../answer/api-problem';
import type { TenantRestContext } from '../rest-context';
import type { RestCall } from '../rest-env';

const keptMilliseconds = 24 * 60 * 60 * 1000;
const keyShape = /^[\x21-\x7e]{1,200}$/;

/** The answer was not a good one: what was done on the way to it is undone, the key too. */
class NotKept extends Error {}

/**
 * Runs a write once for its Idempotency-Key. The key, the change and the answer are written in one
 * transaction; a repeat, at the same moment too, waits for it and gets the same answer. Kept for a
 * day; only good answers are, so what failed may be tried again.
 *
 * @param run - does the write and leaves its answer in `call.res`.
 * @returns the answer of the first time, or undefined where this is it.
 * @throws ApiProblem 400 for a malformed key, 422 for a key that another request was made with.
 */
export async function once(
  call: RestCall,
  ctx: TenantRestContext,
  run: () => Promise<void>,
): Promise<Response | undefined> {
  const key = call.req.header('idempotency-key');
  if (key === undefined || !ctx.viewer) {
    await run();
    return undefined;
  }
  if (!keyShape.test(key)) {
    throw new ApiProblem(400, 'An Idempotency-Key has 1 to 200 characters without spaces.');
  }
  const asked = { userId: ctx.viewer.userId, key, fingerprint: fingerprintOf(call) };
  try {
    return await ctx.db.write(async (tx) => {
      const known = await claim(tx, asked);
      if (known) return known;
      await run();
      if (call.res.status >= 300) throw new NotKept();
      await keep(tx, asked, call.res);
      return undefined;
    });
  } catch (error) {
    if (error instanceof NotKept) return undefined;
    throw error;
  }
}

interface Asked {
  userId: string;
  key: string;
  fingerprint: string;
}

/** Takes the key, or gives the answer that is kept under it. */
async function claim(tx: ScopedTx, asked: Asked): Promise<Response | null> {
  const own = eq(idempotencyKeys.userId, asked.userId);
  const past = new Date(Date.now() - keptMilliseconds);
  await tx.delete(idempotencyKeys).where(and(own, lt(idempotencyKeys.createdAt, past)));
  const taken = await tx
    .insert(idempotencyKeys)
    .values(asked as typeof idempotencyKeys.$inferInsert)
    .onConflictDoNothing()
    .returning({ key: idempotencyKeys.key });
  if (taken.length > 0) return null;
  const [row] = await tx
    .select()
    .from(idempotencyKeys)
    .where(and(own, eq(idempotencyKeys.key, asked.key)));
  if (row?.fingerprint !== asked.fingerprint) {
    throw new ApiProblem(422, 'This Idempotency-Key was used for another request.');
  }
  const headers = { ...JSON.parse(row.headers ?? '{}'), 'idempotency-replayed': 'true' };
  return new Response(row.body, { status: row.status ?? 200, headers });
}

async function keep(tx: ScopedTx, { userId, key }: Asked, answer: Response): Promise<void> {
  const body = answer.status === 204 ? null : await answer.clone().text();
  const headers = JSON.stringify(Object.fromEntries(answer.headers));
  await tx
    .update(idempotencyKeys)
    .set({ status: answer.status, headers, body })
    .where(and(eq(idempotencyKeys.userId, userId), eq(idempotencyKeys.key, key)));
}

/** What makes two requests the same. */
function fingerprintOf(call: RestCall): string {
  const parts = [call.req.method, call.req.path, call.req.header('if-match'), call.get('bodyText')];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}
