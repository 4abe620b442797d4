import { and, inArray, isNull } from 'drizzle-orm';
import type { ScopedTx } from '../db/scoped-tx';
import { missingRowWords } from './database-refusal';
import type { Field, Relation, Resource, Values } from './resource';
import { columnOf, columnsOf } from './table-columns';

/**
 * Looks whether the related rows that are newly named are there: living rows of this tenant (C19).
 *
 * @returns faults by field.
 */
export async function checkRelations(
  tx: ScopedTx,
  resource: Resource,
  values: Values,
  before: Values | null,
): Promise<Record<string, string>> {
  const faults: Record<string, string> = {};
  const named = Object.values(resource.fields).filter(
    ({ name, relation }) => relation && values[name] != null,
  );
  await Promise.all(
    named.map(async (field) => {
      const known = new Set(idsOf(before?.[field.name]));
      const added = idsOf(values[field.name]).filter((id) => !known.has(id));
      const living = await livingIds(tx, field.relation as Relation, added);
      if (added.some((id) => !living.has(id))) faults[field.name] = missingRowWords(field);
    }),
  );
  return faults;
}

/** Of some ids, those of living rows of the other table. */
export async function livingIds(
  tx: ScopedTx,
  { table }: Pick<Relation, 'table'>,
  ids: string[],
): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const id = columnOf(table, 'id');
  const deletedAt = columnsOf(table).deletedAt;
  const rows = await tx
    .select({ id })
    .from(table)
    .where(and(inArray(id, ids), deletedAt ? isNull(deletedAt) : undefined));
  return new Set(rows.map((row) => String(row.id)));
}

/** The ids a relation field holds, one or many. */
export function idsOf(value: unknown): string[] {
  if (value == null) return [];
  return Array.isArray(value) ? value.map(String) : [String(value)];
}

/** Nullable relations: the database would take an empty one instead of refusing. */
export function hasLooseRelation(fields: Record<string, Field>, values: Values): boolean {
  return Object.values(fields).some(
    ({ name, kind, nullable }) => kind === 'relation' && nullable && values[name] != null,
  );
}
