import { getTableName } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import type { Relation, RelationOptions } from './resource';
import { columnsOf, ownColumns, referencesOf } from './table-columns';

/**
 * Gives the relations of a table by field: its foreign keys, and what the declaration adds.
 *
 * @throws Error for a table in between that does not point to both sides.
 */
export function deriveRelations(
  table: PgTable,
  given: Record<string, RelationOptions> = {},
): Record<string, Relation> {
  const relations: Record<string, Relation> = {};
  for (const { column, to } of referencesOf(table)) {
    if (ownColumns.includes(column) || isBeyond(table, to)) continue;
    relations[column] = relationTo({ table: to });
  }
  for (const [name, options] of Object.entries(given)) {
    relations[name] = { ...relationTo(options), through: throughOf(table, options) };
  }
  return relations;
}

/** Inside a tenant no row of the platform's own tables can be read: its id is but an id. */
function isBeyond(table: PgTable, to: PgTable): boolean {
  return 'tenantId' in columnsOf(table) && !('tenantId' in columnsOf(to));
}

function relationTo({ table, title }: RelationOptions): Relation {
  return {
    target: getTableName(table),
    table,
    title: title ?? guessTitle(table),
    through: null,
  };
}

function throughOf(own: PgTable, { table: other, through }: RelationOptions): Relation['through'] {
  if (!through) return null;
  const references = referencesOf(through);
  const toOwn = references.find(({ to }) => to === own);
  const toOther = references.find((one) => one.to === other && one !== toOwn);
  if (!toOwn || !toOther) {
    throw new Error(`${getTableName(through)} must point to both tables it stands between.`);
  }
  return { table: through, own: toOwn.column, other: toOther.column };
}

/** The column people know a row by. */
export function guessTitle(table: PgTable): string {
  const columns = columnsOf(table);
  const usual = ['title', 'name', 'label', 'email', 'slug'].find((name) => name in columns);
  if (usual) return usual;
  const text = Object.entries(columns).find(([, column]) => column.columnType === 'PgText');
  return text?.[0] ?? 'id';
}
