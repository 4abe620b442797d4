import type { PgColumn } from 'drizzle-orm/pg-core';
import { isUuid } from './filter-value';
import type { Resource } from './resource';
import { columnOf } from './table-columns';

/** A place in a sorted list: the sort value and the id of a row. */
export interface Cursor {
  /** As the database is asked with it; null sorts at its end of the list. */
  value: Date | string | number | boolean | null;
  id: string | number;
}

const longest = 2000;

/** Writes a place for an address. It names its sort, and is nothing under another. */
export function writeCursor(sort: string, cursor: Cursor): string {
  const value = cursor.value instanceof Date ? cursor.value.toISOString() : cursor.value;
  return Buffer.from(JSON.stringify([sort, value, cursor.id])).toString('base64url');
}

/** Reads a place, or gives null for anything this list has not written under this sort. */
export function readCursor(resource: Resource, sort: string, text: string): Cursor | null {
  const parts = text.length <= longest ? parse(text) : null;
  if (!Array.isArray(parts) || parts.length !== 3 || parts[0] !== sort) return null;
  const column = columnOf(resource.table, sort.replace(/^-/, ''));
  const value = parts[1] === null ? null : valueFor(column, parts[1]);
  const id = readId(resource, String(parts[2]));
  if (value === undefined || id === null || (value === null && column.notNull)) return null;
  return { value, id };
}

/** Gives an id as the table has it, or null for what can be no id there. */
export function readId(resource: Pick<Resource, 'table'>, text: string): string | number | null {
  if (columnOf(resource.table, 'id').columnType === 'PgUUID') {
    return isUuid(text) ? text.toLowerCase() : null;
  }
  return /^[1-9]\d{0,14}$/.test(text) ? Number(text) : null;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
  } catch {
    return null;
  }
}

function valueFor(column: PgColumn, value: unknown): Cursor['value'] | undefined {
  switch (column.dataType) {
    case 'date':
      return readTime(value);
    case 'number':
      return readNumber(column, value);
    case 'boolean':
      return typeof value === 'boolean' ? value : undefined;
    default:
      return typeof value === 'string' && !value.includes('\0') ? value : undefined;
  }
}

function readTime(value: unknown): Date | undefined {
  const isTime = typeof value === 'string' && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value);
  const time = isTime ? new Date(value) : undefined;
  return time && !Number.isNaN(time.getTime()) && time.getUTCFullYear() > 0 ? time : undefined;
}

function readNumber(column: PgColumn, value: unknown): number | undefined {
  if (typeof value !== 'number' || !Number.isFinite(value)) return undefined;
  const isFloat = column.columnType === 'PgReal' || column.columnType === 'PgDoublePrecision';
  if (isFloat) return value;
  const limit = column.columnType === 'PgInteger' ? 2_147_483_647 : Number.MAX_SAFE_INTEGER;
  return Number.isInteger(value) && Math.abs(value) <= limit ? value : undefined;
}
