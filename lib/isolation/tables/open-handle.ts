import { drizzle } from 'drizzle-orm/postgres-js';
import type { Sql } from 'postgres';
import { createAppClient } from '../../db/client';
import { createScopedTx, type FilterFor, type ScopedTx } from '../../db/scoped-tx';
import { withTenant } from '../../db/with-tenant';
import { connect } from '../world/scratch-server';

/** A handle of one tenant, on a connection for which row security is off. All it does is undone. */
export interface OpenHandle {
  inScope(tenantId: string, work: (tx: ScopedTx) => PromiseLike<unknown>): Promise<unknown>;
  close(): Promise<void>;
}

class Undo {
  constructor(readonly result: unknown) {}
}

/** The handle as the application has it. */
export function openHandle(bypassUrl: string): OpenHandle {
  const opened = createAppClient(bypassUrl, { max: 2, prepare: true });
  // The role would be refused, and rightly so: here it is the point.
  const client = { ...opened, verified: async () => {} };
  return {
    inScope: (tenantId, work) =>
      undone((end) =>
        withTenant(tenantId, async (tx) => end(await work(tx)), { write: true, client }),
      ),
    close: client.end,
  };
}

/** The same handle with another filter: what the walk must notice. */
export function openSabotagedHandle(bypassUrl: string, filterFor: FilterFor): OpenHandle {
  const sql = connect(bypassUrl);
  const db = drizzle(sql as Sql, { casing: 'snake_case' });
  return {
    inScope: (tenantId, work) =>
      undone((end) =>
        db.transaction(async (tx) => end(await work(createScopedTx(tx, tenantId, filterFor)))),
      ),
    close: () => sql.end({ timeout: 2 }),
  };
}

/** Ends every scope by throwing, so that the transaction is rolled back, and gives what it found. */
async function undone(
  run: (end: (result: unknown) => never) => Promise<unknown>,
): Promise<unknown> {
  try {
    return await run((result) => {
      throw new Undo(result);
    });
  } catch (thrown) {
    if (thrown instanceof Undo) return thrown.result;
    throw thrown;
  }
}
