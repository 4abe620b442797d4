import { type AppClient, appClient } from './client';
import { finishScope } from './finish-scope';
import { MixedScopes } from './mixed-scopes';
import type { PlatformDb, PlatformTx } from './platform-tx';
import { consoleRole } from './roles';
import {
  type Binding,
  currentScope,
  openBound,
  runInScope,
  runUnfiltered,
  type Scope,
  type TenantScope,
} from './scope';
import type { ScopedTx } from './scoped-tx';
import { bindTenantLiteral, bindTenantParams, poolPlacement } from './tenant-scope';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Transaction-local both: whoever gets the connection next has neither. */
const bindSql = `select set_config('role', '${consoleRole}', true), set_config('app.console_session', $1, true)`;
const takeOnRole = `select set_config('app.tenant_id', '', true), set_config('role', '${consoleRole}', true)`;
const layDownRole = "select set_config('role', 'none', true)";

/**
 * Gives the database as the platform's console sees it (S1.24, N8): the platform's tables across
 * tenants, and no tenant's own. The right is proved by PostgreSQL itself, in every transaction: it
 * shows nothing unless the session is a live one of a superuser on the root host.
 *
 * @param sessionId - of the session that the request came with.
 * @param client - the process's own pool unless given.
 * @throws Error when the session id is not a uuid. The scopes throw MixedScopes inside a tenant's or
 *   another session's; inside one of their own they join its transaction.
 */
export function consoleDb(sessionId: string, client?: AppClient): PlatformDb {
  if (!uuid.test(sessionId)) throw new Error('The session id is not a uuid.');
  const binding: Binding = {
    sql: bindSql,
    params: [sessionId],
    literal: bindSql.replace('$1', `'${sessionId}'`),
  };
  const run = async <T>(write: boolean, fn: (tx: PlatformTx) => Promise<T>): Promise<T> => {
    const outer = currentScope();
    if (outer?.open) return joinScope(outer, { sessionId, write, fn });
    const { scope, opened } = await openBound(client ?? appClient(), binding, write);
    scope.session = sessionId;
    return finishScope({ scope, opened }, () =>
      // The inner await matters: Drizzle's queries are lazy and would start outside the scope.
      runUnfiltered(scope, async (tx) => await fn(platformTx(tx, scope))),
    );
  };
  return { read: (fn) => run(false, fn), write: (fn) => run(true, fn) };
}

interface Inner<T> {
  sessionId: string;
  write: boolean;
  fn: (tx: PlatformTx) => Promise<T>;
}

async function joinScope<T>(outer: Scope, { sessionId, write, fn }: Inner<T>): Promise<T> {
  if (outer.tenantId !== null || outer.session !== sessionId) throw new MixedScopes();
  if (write && !outer.write) {
    throw new Error('A writing scope cannot be opened inside a read-only one.');
  }
  return runUnfiltered(outer, async (tx) => await fn(platformTx(tx, outer)));
}

function platformTx(tx: ScopedTx, scope: Scope): PlatformTx {
  return {
    select: tx.select.bind(tx),
    selectDistinct: tx.selectDistinct.bind(tx),
    insert: tx.insert.bind(tx),
    update: tx.update.bind(tx),
    delete: tx.delete.bind(tx),
    inTenant: (tenantId, fn) => goOnAsTenant(scope, tenantId, fn),
  };
}

/** Lays the console's role down, so that only the policies of the bound tenant hold. */
async function goOnAsTenant<T>(
  scope: Scope,
  tenantId: string,
  fn: (tx: ScopedTx) => Promise<T>,
): Promise<T> {
  const params = bindTenantParams(tenantId, poolPlacement);
  const { sql } = scope.connection;
  await sql.unsafe(`${layDownRole}; ${bindTenantLiteral(params)}`);
  // Its end is the outer scope's: what the outer one says of the connection holds here too.
  const inner: TenantScope = Object.assign(Object.create(scope), { tenantId });
  const result = await runInScope(inner, async (tx) => await fn(tx));
  inner.open = false;
  await sql.unsafe(takeOnRole);
  return result;
}
