/** A column as the catalogue has it. */
export interface Column {
  name: string;
  /** As format_type writes it: text, uuid, timestamp(3) with time zone. */
  type: string;
  notNull: boolean;
  hasDefault: boolean;
  /** Filled by PostgreSQL alone: generated, or an identity. */
  automatic: boolean;
  /** Made of other columns: not even told to can anybody write it. */
  generated?: boolean;
  appMayUpdate: boolean;
}

export interface ForeignKey {
  columns: string[];
  /** schema.table */
  target: string;
  targetColumns: string[];
}

/** A table or view of the live database. */
export interface Relation {
  /** schema.table */
  name: string;
  kind: 'table' | 'view' | 'materialized view' | 'foreign table';
  rowSecurity: boolean;
  forced: boolean;
  /** Policies that hold for the application role. */
  policies: number;
  securityInvoker: boolean;
  /** SELECT, INSERT, UPDATE, DELETE, TRUNCATE: what the application role may do, on a column at least. */
  privileges: string[];
  columns: Column[];
  foreignKeys: ForeignKey[];
  uniqueKeys: UniqueKey[];
  /** Definitions of its check constraints. */
  checks: string[];
}

export interface UniqueKey {
  columns: string[];
  /** The condition of a partial index. */
  where: string | null;
}

/** The column that names a row's tenant, null where there is none. */
export function tenantColumnOf({ name, columns }: Relation): string | null {
  if (name === 'platform.tenants') return 'id';
  return columns.some((column) => column.name === 'tenant_id') ? 'tenant_id' : null;
}

/** A name for SQL: platform.tenants to "platform"."tenants". */
export function quoteName(name: string): string {
  return name
    .split('.')
    .map((part) => `"${part.replaceAll('"', '""')}"`)
    .join('.');
}
