import { and, eq, gte, lt } from 'drizzle-orm';
import { consoleIdempotencyKeys, idempotencyKeys } from '../../db/schema/platform';
import type { ScopedTx } from '../../db/scoped-tx';
import { ApiProblem } from '../answer/api-problem';
import type { RestContext } from '../rest-context';
import type { RestCall } from '../rest-env';
import { fingerprintOf, openAnswer, sealAnswer } from './kept-answer';

const keptMilliseconds = 24 * 60 * 60 * 1000;
const keyShape = /^[\x21-\x7e]{1,200}$/;

/** The answer was not a good one: what was done on the way to it is undone, the key too. */
class NotKept extends Error {}

/**
 * Runs a write once for its Idempotency-Key, which is one person's or one API key's at one tenant, or
 * on the root host. The key, the change and the answer are written in one transaction; a repeat, at the same
 * moment too, waits for it and gets the same answer. Kept for a day; only good answers are, so what
 * failed may be tried again.
 *
 * @param run - does the write and leaves its answer in `call.res`.
 * @param isLong - takes too long for a transaction, and does no harm twice: only the answer is kept,
 *   and of two at the same moment both run.
 * @returns the answer of the first time, or undefined where this is it.
 * @throws ApiProblem 400 for a malformed key, 422 for a key that another request was made with.
 */
export async function once(
  call: RestCall,
  ctx: RestContext,
  run: () => Promise<void>,
  isLong = false,
): Promise<Response | undefined> {
  const key = call.req.header('idempotency-key');
  if (key === undefined || !ctx.viewer) {
    await run();
    return undefined;
  }
  if (!keyShape.test(key)) {
    throw new ApiProblem(400, 'An Idempotency-Key has 1 to 200 characters without spaces.');
  }
  const { method, path } = call.req;
  const parts = [method, path, call.req.header('if-match'), call.get('bodyText')];
  // A blank, which no client's own key has: two API keys of one person never meet, nor the person.
  const owned = ctx.viewer.apiKey ? `${ctx.viewer.apiKey.id} ${key}` : key;
  const since = new Date(Date.now() - keptMilliseconds);
  const asked = { userId: ctx.viewer.userId, key: owned, fingerprint: fingerprintOf(parts), since };
  const keys = ctx.tenant ? idempotencyKeys : rootKeys;
  if (isLong) return keepAnswer(call, ctx, { keys, asked, run });
  try {
    return await ctx.db.write(async (tx) => {
      const known = await claim(tx, keys, asked);
      if (known) return known;
      await run();
      if (call.res.status >= 300) throw new NotKept();
      await keep(tx, keys, asked, call);
      return undefined;
    });
  } catch (error) {
    if (error instanceof NotKept) return undefined;
    throw error;
  }
}

/** Looks before and notes after: the write itself is in no transaction of ours. */
async function keepAnswer(
  call: RestCall,
  ctx: RestContext,
  { keys, asked, run }: { keys: Keys; asked: Asked; run: () => Promise<void> },
): Promise<Response | undefined> {
  const known = await ctx.db.read((tx) => findKept(tx, keys, asked));
  if (known) return known;
  await run();
  if (call.res.status >= 300) return undefined;
  await ctx.db.write(async (tx) => {
    if ((await claim(tx, keys, asked)) === null) await keep(tx, keys, asked, call);
  });
  return undefined;
}

type Keys = typeof idempotencyKeys;

/** The same columns but for the tenant, which only the handle of a tenant asks for. */
const rootKeys = consoleIdempotencyKeys as unknown as Keys;

interface Asked {
  userId: string;
  key: string;
  fingerprint: string;
  /** What is older is forgotten. */
  since: Date;
}

/** Takes the key, or gives the answer that is kept under it. */
async function claim(tx: ScopedTx, keys: Keys, asked: Asked): Promise<Response | null> {
  const { since, ...row } = asked;
  const taken = await tx
    .insert(keys)
    .values(row as typeof keys.$inferInsert)
    .onConflictDoUpdate({
      target: [...(keys.tenantId ? [keys.tenantId] : []), keys.userId, keys.key],
      set: {
        ...{ status: null, headers: null, body: null },
        fingerprint: row.fingerprint,
        createdAt: new Date(),
      },
      setWhere: lt(keys.createdAt, since),
    })
    .returning({ key: keys.key });
  return taken.length > 0 ? null : findKept(tx, keys, asked);
}

/** Gives the answer that is kept under the key, if there is one that is not too old. */
async function findKept(tx: ScopedTx, keys: Keys, asked: Asked): Promise<Response | null> {
  const [row] = await tx
    .select()
    .from(keys)
    .where(and(isAsked(keys, asked), gte(keys.createdAt, asked.since)));
  if (!row) return null;
  if (row.fingerprint !== asked.fingerprint) {
    throw new ApiProblem(422, 'This Idempotency-Key was used for another request.');
  }
  const headers = { ...JSON.parse(row.headers ?? '{}'), 'idempotency-replayed': 'true' };
  const body = row.body === null ? null : openAnswer(asked, row.body);
  return new Response(body, { status: row.status ?? 200, headers });
}

async function keep(tx: ScopedTx, keys: Keys, asked: Asked, call: RestCall): Promise<void> {
  const { res: answer } = call;
  const text = async () => call.get('keptBody') ?? (await answer.clone().text());
  const body = answer.status === 204 ? null : sealAnswer(asked, await text());
  const headers = JSON.stringify(Object.fromEntries(answer.headers));
  await tx.update(keys).set({ status: answer.status, headers, body }).where(isAsked(keys, asked));
}

function isAsked(keys: Keys, { userId, key }: Asked) {
  return and(eq(keys.userId, userId), eq(keys.key, key));
}
