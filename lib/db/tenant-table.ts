import { sql } from 'drizzle-orm';
import {
  type AnyPgColumn,
  type ExtraConfigColumn,
  foreignKey,
  index,
  type PgColumnBuilderBase,
  type PgTableExtraConfigValue,
  pgPolicy,
  pgRole,
  pgTable,
  primaryKey,
  timestamp,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import { appRole, ownerRole } from './roles';

const app = pgRole(appRole).existing();
const owner = pgRole(ownerRole).existing();

/** Bare and stable, so that the planner keeps the index and Citus accepts it (C12). */
export const boundTenant = sql`nullif(current_setting('app.tenant_id', true), '')::uuid`;
const ownRow = sql`tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid`;

function tenantColumns() {
  return {
    id: uuid().notNull().default(sql`gen_random_uuid()`),
    tenantId: uuid().notNull().default(boundTenant),
    createdAt: timestamp({ withTimezone: true, precision: 3, mode: 'date' }).notNull().defaultNow(),
    updatedAt: timestamp({ withTimezone: true, precision: 3, mode: 'date' }).notNull().defaultNow(),
  };
}

type Columns = Record<string, PgColumnBuilderBase>;
type TenantColumns = ReturnType<typeof tenantColumns>;
type BuiltColumns<T extends Columns> = { [K in keyof (T & TenantColumns)]: ExtraConfigColumn };

/**
 * Declares a table whose rows belong to tenants (S2.45): adds id, tenant_id, created_at and
 * updated_at, the composite primary key (tenant_id, id), an index that leads with the tenant, row
 * level security and its policies. `npm run db:generate` adds FORCE to the migration.
 *
 * @param name - the table's name in snake_case, plural.
 * @param columns - its own columns; names in camelCase become snake_case.
 * @param extra - keys and indexes; make them with tenantUnique, tenantIndex and tenantReference.
 */
export function tenantTable<N extends string, T extends Columns>(
  name: N,
  columns: T,
  extra: (table: BuiltColumns<T>) => PgTableExtraConfigValue[] = () => [],
) {
  return pgTable(name, { ...tenantColumns(), ...columns }, (built) => {
    const table = built as unknown as BuiltColumns<T>;
    return [
      primaryKey({ name: `${name}_pkey`, columns: [table.tenantId, table.id] }),
      index(`${name}_tenant_id_created_at_idx`).on(
        table.tenantId,
        table.createdAt.desc().nullsFirst(),
      ),
      pgPolicy('tenant_isolation', { as: 'permissive', to: app, using: ownRow, withCheck: ownRow }),
      // FORCE holds for the owner too; without this a data migration would silently change nothing.
      pgPolicy('owner_maintenance', {
        as: 'permissive',
        to: owner,
        using: sql`true`,
        withCheck: sql`true`,
      }),
      ...extra(table),
    ];
  }).enableRLS();
}

type Table = { tenantId: ExtraConfigColumn };

/** A unique key within the tenant. Across tenants it would tell what others have (C18). */
export function tenantUnique(name: string, table: Table, ...columns: ExtraConfigColumn[]) {
  return unique(name).on(table.tenantId, ...columns);
}

/** An index that leads with the tenant. Keep enums, arrays and jsonb out: their operators are not leakproof. */
export function tenantIndex(
  name: string,
  table: Table,
  ...columns: Parameters<ReturnType<typeof index>['on']>
) {
  return index(name).on(table.tenantId, ...columns);
}

/**
 * A foreign key to another table of the same tenant. PostgreSQL checks foreign keys without row
 * security, so only the composite form makes a cross-tenant reference impossible (C19).
 */
export function tenantReference(
  name: string,
  table: Table,
  column: ExtraConfigColumn,
  target: () => { tenantId: AnyPgColumn; id: AnyPgColumn },
) {
  const { tenantId, id } = target();
  return foreignKey({ name, columns: [table.tenantId, column], foreignColumns: [tenantId, id] });
}
