import type { RelatedRow, ResourceRecord } from './record';
import type { Resource, Values } from './resource';

/**
 * Turns a row into plain data.
 *
 * @param names - the fields it shall have.
 * @param row - the columns of those fields and the table's own.
 */
export function toRecord(
  resource: Resource,
  names: string[],
  row: Values,
  related: Record<string, RelatedRow[]> = {},
): ResourceRecord {
  const values: Values = {};
  for (const name of names) {
    const isMany = resource.fields[name]?.kind === 'relations';
    values[name] = isMany ? (related[name] ?? []).map(({ id }) => id) : plain(row[name]);
  }
  return {
    id: String(row.id),
    label: labelOfRow(resource, row),
    version: versionOf(resource, row),
    updatedAt: textOf(row.updatedAt),
    deletedAt: textOf(row.deletedAt),
    values,
    related,
  };
}

/** What people know a row by. */
export function labelOfRow(resource: Pick<Resource, 'title'>, row: Values): string {
  return String(plain(row[resource.title]) ?? '') || 'Untitled';
}

/** The number by which two versions of a row are told apart, or null. */
export function versionOf({ has }: Pick<Resource, 'has'>, row: Values): number | null {
  if (has.version) return row.version as number;
  return has.updatedAt && row.updatedAt instanceof Date ? row.updatedAt.getTime() : null;
}

/** The same of a row whose times are text already. */
export function plainVersion(resource: Pick<Resource, 'has'>, row: Values): number | null {
  if (resource.has.version) return Number(row.version);
  return resource.has.updatedAt ? Date.parse(String(row.updatedAt)) : null;
}

/** A value as JSON has it. */
export function plain(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString();
  return typeof value === 'bigint' ? String(value) : (value ?? null);
}

function textOf(value: unknown): string | null {
  return value instanceof Date ? value.toISOString() : null;
}
