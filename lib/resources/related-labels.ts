import { inArray } from 'drizzle-orm';
import type { ScopedTx } from '../db/scoped-tx';
import { idsOf } from './check-relations';
import { relatedColumns } from './related-rows';
import type { Relation, Resource, Values } from './resource';
import { columnOf } from './table-columns';

/**
 * Gives what the related rows of some records are called, trash included.
 *
 * @returns field to id to label; rows that are gone are missing.
 */
export async function relatedLabels(
  tx: ScopedTx,
  { fields }: Resource,
  records: Values[],
): Promise<Map<string, Map<string, string>>> {
  const relations = Object.values(fields).filter(({ relation }) => relation);
  const found = await Promise.all(
    relations.map(async ({ name, relation }) => {
      const ids = [...new Set(records.flatMap((record) => idsOf(record[name])))];
      return [name, await labelsOf(tx, relation as Relation, ids)] as const;
    }),
  );
  return new Map(found);
}

async function labelsOf(tx: ScopedTx, relation: Relation, ids: string[]) {
  if (ids.length === 0) return new Map<string, string>();
  const rows: Values[] = await tx
    .select(relatedColumns(relation))
    .from(relation.table)
    .where(inArray(columnOf(relation.table, 'id'), ids));
  return new Map(rows.map((row) => [String(row.id), String(row.label)]));
}
