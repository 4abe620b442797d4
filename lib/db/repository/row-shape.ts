import { and, getTableColumns, isNotNull, isNull, type SQL, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import { InvalidInput } from '../../errors';
import { tenantKey } from '../tenant-column';
import type { RepositoryTable } from './tenant-repository';

/** What a table offers, and what may be asked of it. */
export interface RowShape {
  table: RepositoryTable;
  columns: Record<string, PgColumn>;
  id: PgColumn;
  tenantField: string;
  /** Counts changes; null where the table does not. A version without a default is data. */
  version: PgColumn | null;
  deletedAt: PgColumn | null;
  createdAt: PgColumn | null;
  updatedAt: PgColumn | null;
}

type Values = Record<string, unknown>;

/** @throws Error when the field given is not the one the handle filters by. */
export function rowShape(table: RepositoryTable, tenantField?: string): RowShape {
  const columns = getTableColumns(table) as Record<string, PgColumn>;
  const field = tenantKey(table);
  if (tenantField !== undefined && tenantField !== field) {
    throw new Error(`Rows are told apart by ${field} here, and not by ${tenantField}.`);
  }
  const version = columns.version?.hasDefault ? columns.version : null;
  const { id, deletedAt = null, createdAt = null, updatedAt = null } = columns;
  return {
    ...{ table, columns, id: id as PgColumn, tenantField: field, version },
    ...{ deletedAt, createdAt, updatedAt },
  };
}

/** Leaves out the trash, or everything else. */
export function alive({ deletedAt }: RowShape, trash = false): SQL | undefined {
  if (!deletedAt) return trash ? sql`false` : undefined;
  return trash ? isNotNull(deletedAt) : isNull(deletedAt);
}

/** Joins conditions, each in brackets: one written by hand may hold an `or`. */
export function all(...conditions: (SQL | undefined)[]): SQL | undefined {
  return and(...conditions.map((one) => one && sql`(${one})`));
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** True for what the column could hold; anything else is no row's id, and not worth asking. */
export function isId({ id }: RowShape, value: unknown): boolean {
  if (id.columnType === 'PgUUID') return typeof value === 'string' && uuid.test(value);
  return id.dataType === 'number' ? Number.isSafeInteger(value) : typeof value === 'string';
}

/**
 * Checks what is about to be written.
 *
 * @param fixed - properties nobody may give.
 * @throws InvalidInput
 */
export function checkValues({ columns, tenantField }: RowShape, values: Values, fixed: string[]) {
  const faults: Record<string, string[]> = {};
  for (const name of Object.keys(values)) {
    if (name === tenantField) faults[name] = ['The tenant is the one of the site. Leave it out.'];
    else if (!Object.hasOwn(columns, name)) faults[name] = ['There is no such field.'];
    else if (fixed.includes(name)) faults[name] = ['This cannot be set.'];
  }
  if (Object.keys(faults).length > 0) throw new InvalidInput(faults);
}

/** The same values with what every change brings along. */
export function changed({ updatedAt, version }: RowShape, changes: Values): Values {
  return {
    ...(updatedAt ? { updatedAt: new Date() } : {}),
    ...changes,
    ...(version ? { version: sql`${version} + 1` } : {}),
  };
}
