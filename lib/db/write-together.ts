import { type AppClient, appClient } from './client';
import { limitFault } from './limit-fault';
import { commit, currentScope, openScope, rollBack, runInScope, type Scope } from './scope';
import type { ScopedTx } from './scoped-tx';
import { supportFault } from './support-fault';
import { type Placement, poolPlacement } from './tenant-scope';
import { withTenant } from './with-tenant';

/** Each exactly one query of the handle, begun by awaiting it. */
export type Queries = PromiseLike<unknown>[];

interface Options {
  placement?: Placement;
  client?: AppClient;
  support?: string;
}

/**
 * Writes several rows in one transaction and one flight: BEGIN, the binding, all queries and COMMIT
 * are sent before any answer is waited for. For writes that do not need each other's answers; if
 * one fails, PostgreSQL undoes them all.
 *
 * @param tenantId - uuid of the tenant.
 * @param build - gives the queries; none may be awaited in it.
 * @throws the first error of a query; nothing is written then.
 */
export async function writeTogether(
  tenantId: string,
  build: (tx: ScopedTx) => Queries,
  { placement = poolPlacement, client, support }: Options = {},
): Promise<void> {
  if (currentScope()?.open) {
    const options = { write: true, placement, client, support };
    await withTenant(tenantId, (tx) => Promise.all(build(tx)), options);
    return;
  }
  const { scope, opened } = await openScope(client ?? appClient(), {
    tenantId,
    placement,
    write: true,
    support,
  });
  try {
    const answers = runInScope(scope, (tx) => sendAll(scope, build(tx)));
    const sent = await answers.sent;
    const committed = sent ? commit(scope) : undefined;
    committed?.catch(() => {});
    await Promise.all([opened, answers.all]);
    await committed;
    scope.connection.release();
  } catch (error) {
    await rollBack(scope);
    throw supportFault(limitFault(error), support);
  }
}

/** Begins every query. `sent` says whether all of them went out before one of them failed. */
function sendAll(scope: Scope, queries: Queries) {
  let waiting = queries.length;
  const out = new Promise<boolean>((resolve) => {
    scope.onQuery = () => {
      waiting -= 1;
      if (waiting === 0) resolve(true);
    };
  });
  const all = Promise.all(queries);
  const failed = all.then(
    () => true,
    () => false,
  );
  return { all, sent: Promise.race([out, failed]) };
}
