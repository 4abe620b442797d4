import { getTableColumns, is } from 'drizzle-orm';
import { toSnakeCase } from 'drizzle-orm/casing';
import { getTableConfig, type PgColumn, PgTable } from 'drizzle-orm/pg-core';
import { poolSchema } from '../../db/roles';
import * as platform from '../../db/schema/platform';
import * as tenant from '../../db/schema/tenant';
import { tenantKey } from '../../db/tenant-column';

/** A table as the application's code knows it. */
export interface CodeTable {
  /** schema.table, as in the catalogue. */
  name: string;
  table: PgTable;
  columns: Record<string, PgColumn>;
  /** Property that names a row's tenant, null where there is none. */
  tenantKey: string | null;
}

/** Lists the tables that the schema modules export. */
export function listCodeTables(
  modules: Record<string, unknown>[] = [platform, tenant],
): CodeTable[] {
  return modules
    .flatMap((module) => Object.values(module))
    .filter((value) => is(value, PgTable))
    .map(describeTable);
}

function describeTable(table: PgTable): CodeTable {
  const { schema = poolSchema, name } = getTableConfig(table);
  const columns = getTableColumns(table) as Record<string, PgColumn>;
  const isScoped =
    name === 'tenants' || Object.values(columns).map(columnName).includes('tenant_id');
  return {
    name: `${schema}.${name}`,
    table,
    columns,
    tenantKey: isScoped ? tenantKey(table) : null,
  };
}

/** The name a column has in the database: tenantId is tenant_id. */
export function columnName(column: PgColumn): string {
  return column.keyAsName ? toSnakeCase(column.name) : column.name;
}
