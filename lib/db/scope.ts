import { AsyncLocalStorage } from 'node:async_hooks';
import { drizzle } from 'drizzle-orm/postgres-js';
import type { Sql } from 'postgres';
import { NoTenantBound } from '../errors';
import type { AppClient } from './client';
import type { PooledConnection } from './connection-pool';
import { createScopedTx, type ScopedTx } from './scoped-tx';
import { admitSupport, bindSupport } from './support-scope';
import { bindTenantLiteral, bindTenantParams, bindTenantSql, type Placement } from './tenant-scope';

/** One transaction on one connection, bound to one tenant or to the platform's console. */
export interface Scope {
  /** Null in the console's. */
  tenantId: string | null;
  /** The console's session; absent in a tenant's. */
  session?: string;
  /** The session of support that acts in a tenant's; absent where none does. */
  support?: string;
  write: boolean;
  connection: PooledConnection;
  prepare: boolean;
  open: boolean;
  /** Told of each query as it goes out. */
  onQuery?: () => void;
}

/** The scope of a tenant. */
export type TenantScope = Scope & { tenantId: string };

const scopes = new AsyncLocalStorage<Scope>();

// One Drizzle for all scopes: it asks the router, and the router asks the scope at hand for its
// connection. A query built outside any scope finds none and throws.
const router = {
  options: { parsers: {}, serializers: {} },
  unsafe: (query: string, params: never[]) => {
    const scope = boundScope();
    const sent = scope.connection.sql.unsafe(query, params, { prepare: scope.prepare }).execute();
    scope.onQuery?.();
    return sent;
  },
};
const database = drizzle(router as unknown as Sql, { casing: 'snake_case' });

/** Tells a tenant's scope from the console's. */
export function isTenantScope(scope: Scope): scope is TenantScope {
  return scope.tenantId !== null;
}

/** The scope this code runs in, or undefined. */
export function currentScope(): Scope | undefined {
  return scopes.getStore();
}

/** Runs `fn` inside a scope, with the handle that is filtered by its tenant. */
export function runInScope<T>(scope: TenantScope, fn: (tx: ScopedTx) => T): T {
  return scopes.run(scope, () => fn(txOf(scope)));
}

/** Runs `fn` outside any scope, whatever scope this code is in. */
export function outsideScopes<T>(fn: () => T): T {
  return scopes.run(undefined as unknown as Scope, fn);
}

/** The handle that is filtered by the tenant of a scope. */
export function txOf(scope: TenantScope): ScopedTx {
  return createScopedTx(database, scope.tenantId);
}

/** Runs `fn` inside the console's scope, with a handle that row security alone filters. */
export function runUnfiltered<T>(scope: Scope, fn: (tx: ScopedTx) => T): T {
  return scopes.run(scope, () => fn(database));
}

/** What one statement binds to a transaction; the literal form has the same values written out. */
export interface Binding {
  sql: string;
  params: string[];
  literal: string;
}

/** A scope, and what fails when it could not be opened. */
export interface Opened<S extends Scope = Scope> {
  scope: S;
  opened: Promise<unknown>;
}

/** Opens the scope of a tenant, see {@link openBound}. */
export async function openScope(
  client: AppClient,
  {
    tenantId,
    placement,
    write,
    support,
  }: { tenantId: string; placement: Placement; write: boolean; support?: string },
): Promise<Opened<TenantScope>> {
  const params = bindTenantParams(tenantId, placement);
  const binding: Binding =
    support === undefined
      ? { sql: bindTenantSql, params, literal: bindTenantLiteral(params) }
      : bindSupport(params, support);
  const { scope, opened } = await openBound(client, binding, write);
  Object.assign(scope, { support });
  if (support !== undefined) {
    try {
      await admitSupport(scope, opened);
    } catch (error) {
      await rollBack(scope);
      throw error;
    }
  }
  return { scope: Object.assign(scope, { tenantId }), opened };
}

/**
 * Takes a connection, sends BEGIN and the binding. Neither is waited for, so that they share a
 * flight with the first query.
 */
export async function openBound(
  client: AppClient,
  binding: Binding,
  write: boolean,
): Promise<Opened> {
  await client.verified();
  const connection = await client.take();
  const { prepare } = client;
  const { sql } = connection;
  const begin = sql.unsafe(write ? 'begin' : 'begin read only').execute();
  const bind = prepare
    ? sql.unsafe(binding.sql, binding.params, { prepare: true }).execute()
    : sql.unsafe(binding.literal).execute();
  const opened = Promise.all([begin, bind]);
  opened.catch(() => {});
  return { scope: { tenantId: null, write, connection, prepare, open: true }, opened };
}

/**
 * Sends COMMIT. From here on a query would run after it, bound to nobody, and is refused.
 *
 * @returns once PostgreSQL has answered that it is done.
 * @throws Error when it was not: PostgreSQL answers COMMIT of a failed transaction with ROLLBACK,
 *   and calls that a success.
 */
export async function commit(scope: Scope): Promise<void> {
  scope.open = false;
  if (scope.connection.isLost()) throw connectionLost();
  const { command } = await scope.connection.sql.unsafe('commit').execute();
  if (scope.write && command !== 'COMMIT') {
    throw new Error('Nothing was written: a query had failed, and its error was not passed on.');
  }
}

/** Undoes everything and gives the connection back; one in an unknown state is thrown away. */
export async function rollBack(scope: Scope): Promise<void> {
  scope.open = false;
  const { connection } = scope;
  if (connection.isLost()) return;
  await connection.sql.unsafe('rollback').then(connection.release, connection.discard);
}

function boundScope(): Scope {
  const scope = scopes.getStore();
  if (!scope) throw new NoTenantBound('This query');
  if (!scope.open) throw new Error('This query was started after its tenant scope had ended.');
  if (scope.connection.isLost()) throw connectionLost();
  return scope;
}

/** With the driver's own code, so that it counts as "unavailable" and not as a fault of ours. */
function connectionLost(): Error {
  const error = new Error('The database connection was lost in the middle of a transaction.');
  return Object.assign(error, { code: 'CONNECTION_CLOSED' });
}
