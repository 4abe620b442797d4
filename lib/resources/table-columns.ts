import { getTableColumns, getTableName } from 'drizzle-orm';
import { getTableConfig, type PgColumn, type PgTable } from 'drizzle-orm/pg-core';

/** Columns the engine fills in itself; nobody gives them (mass assignment). */
export const ownColumns = ['id', 'tenantId', 'version', 'createdAt', 'updatedAt', 'deletedAt'];

/** The columns of a table by their name in the code. */
export function columnsOf(table: PgTable): Record<string, PgColumn> {
  return getTableColumns(table) as Record<string, PgColumn>;
}

/** A column that is known to be there. */
export function columnOf(table: PgTable, name: string): PgColumn {
  const column = columnsOf(table)[name];
  if (!column) throw new Error(`Table ${getTableName(table)} has no column ${name}.`);
  return column;
}

/** A reference of a table to another one, the tenant's own column left out. */
export interface TableReference {
  name: string;
  column: string;
  to: PgTable;
  onDelete: string | undefined;
}

/** The foreign keys of a table, those to the tenant itself left out. */
export function referencesOf(table: PgTable): TableReference[] {
  return getTableConfig(table).foreignKeys.flatMap((key) => {
    const { columns, foreignTable } = key.reference();
    const [column, ...more] = columns.map(({ name }) => name).filter((name) => name !== 'tenantId');
    if (!column || more.length > 0) return [];
    return [{ name: key.getName(), column, to: foreignTable, onDelete: key.onDelete }];
  });
}

/** A column as the database calls it. */
export function databaseName(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** Words of a name in the code: `startsOn` gives "Starts on", `authorId` "Author". */
export function labelOf(name: string): string {
  const words = name
    .replace(/^is(?=[A-Z])/, '')
    .replace(/(Id|At)$/, '')
    .replace(/[_-]+/g, ' ')
    .replace(/([A-Z])/g, ' $1')
    .trim()
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
