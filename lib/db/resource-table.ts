import { sql } from 'drizzle-orm';
import {
  type ExtraConfigColumn,
  integer,
  type PgColumnBuilderBase,
  timestamp,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { tenantTable } from './tenant-table';

function resourceColumns() {
  return {
    // Counts the changes: who saves over a version that is no longer the newest is told (D18).
    version: integer().notNull().default(1),
    // Set while the row is in the trash (D17).
    deletedAt: timestamp({ withTimezone: true, precision: 3, mode: 'date' }),
  };
}

type ResourceColumns = ReturnType<typeof resourceColumns>;

/**
 * Declares a tenant table that people look after in the admin and programs through the API: what
 * tenantTable gives, a version for edit conflicts, and a trash.
 *
 * @param name - in snake_case, plural.
 * @param columns - its own columns.
 * @param extra - keys and indexes; unique keys are made with aliveUnique.
 */
export function resourceTable<N extends string, T extends Record<string, PgColumnBuilderBase>>(
  name: N,
  columns: T,
  extra?: Parameters<typeof tenantTable<N, T & ResourceColumns>>[2],
) {
  return tenantTable<N, T & ResourceColumns>(name, { ...columns, ...resourceColumns() }, extra);
}

type AliveTable = { tenantId: ExtraConfigColumn; deletedAt: ExtraConfigColumn };

/**
 * A key that is unique among the living rows of a tenant: a row in the trash frees its name, and
 * restoring it asks again (D17, C18).
 */
export function aliveUnique(name: string, table: AliveTable, ...columns: ExtraConfigColumn[]) {
  return uniqueIndex(name)
    .on(table.tenantId, ...columns)
    .where(sql`deleted_at is null`);
}
