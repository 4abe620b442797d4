import { randomUUID } from 'node:crypto';
import { posts } from '../../db/schema/tenant';
import type { ScopedTx } from '../../db/scoped-tx';
import { createRecorder, type WalkReport } from '../recorder';
import type { Tenants } from '../world/fill-database';
import type { OpenHandle } from './open-handle';

type Attack = (handle: OpenHandle, tenants: Tenants) => Promise<unknown>;
type Query = PromiseLike<unknown>;
const read = (tx: ScopedTx): Query => tx.select().from(posts);

/** Each of these must be refused by the scope itself, before any wall is asked. */
const refused: Record<string, Attack> = {
  'another tenant inside a scope': (handle, { acme, globex }) =>
    handle.inScope(acme.id, () => handle.inScope(globex.id, read)),
  'a query after its scope': async (handle, { acme }) => {
    let kept: Query | undefined;
    await handle.inScope(acme.id, async (tx) => {
      kept = wrap(read(tx));
    });
    await unwrap(kept);
  },
  'a tenant id that is none': (handle) => handle.inScope("x' or true --", read),
  'no tenant id at all': (handle) => handle.inScope('', read),
};

/** What withTenant must refuse, and what it must come back with for a tenant that has nothing. */
export async function walkScope(handle: OpenHandle, tenants: Tenants): Promise<WalkReport> {
  const recorder = createRecorder('tables/scope');
  for (const [name, attack] of Object.entries(refused)) {
    recorder.note(name, (await isRefused(() => attack(handle, tenants))) ? null : 'is not refused');
  }
  for (const [name, id] of [
    ['an empty tenant', tenants.quiet.id],
    ['a stranger', randomUUID()],
  ]) {
    const rows = (await handle.inScope(id ?? '', read)) as unknown[];
    recorder.note(name ?? '', rows.length === 0 ? null : `sees ${rows.length} rows`);
  }
  return recorder.report();
}

async function isRefused(work: () => Promise<unknown>): Promise<boolean> {
  try {
    await work();
    return false;
  } catch (error) {
    // A fault of the database would only look like a refusal.
    return error instanceof Error && !('code' in error) && error.name !== 'DrizzleQueryError';
  }
}

/** A query is a promise of sorts; in an object it survives an await without being run. */
function wrap(query: Query): Query {
  return { query } as unknown as Query;
}

function unwrap(kept: Query | undefined): Query {
  return (kept as unknown as { query: Query }).query;
}
