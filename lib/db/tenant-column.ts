import { eq, getTableColumns, getTableName, type SQL } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';

/** `tenant_id = <tenant>` for the table; on `platform.tenants` the row is the tenant itself. */
export function tenantFilter(table: PgTable, tenantId: string): SQL {
  return eq(tenantColumn(table), tenantId);
}

/**
 * The property that holds the tenant: whatever the code calls the column tenant_id. Of
 * `platform.tenants`, under any alias, it is the id itself.
 *
 * @throws Error for a table that belongs to no tenant.
 */
export function tenantKey(table: PgTable): string {
  const columns = getTableColumns(table) as Record<string, PgColumn>;
  if ('tenantId' in columns) return 'tenantId';
  const named = Object.entries(columns).find(([, { name }]) => name === 'tenant_id');
  if (named) return named[0];
  if (originalName(table) === 'tenants') return 'id';
  throw new Error(`Table ${getTableName(table)} belongs to no tenant.`);
}

/** The column that holds the tenant. */
export function tenantColumn(table: PgTable): PgColumn {
  return (getTableColumns(table) as Record<string, PgColumn>)[tenantKey(table)] as PgColumn;
}

/** The name in the database, where the table goes by another one in a query. */
function originalName(table: PgTable): unknown {
  return (table as unknown as Record<symbol, unknown>)[Symbol.for('drizzle:OriginalName')];
}
