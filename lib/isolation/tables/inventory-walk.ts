import { createRecorder, type WalkReport } from '../recorder';
import { type CodeTable, columnName } from './drizzle-tables';
import type { Relation } from './relation';
import { faultsOf } from './table-classes';

/**
 * Every table and view of the database by its definition: its class, its row security, whether the
 * code knows it, and whether a row could be made for it.
 *
 * @param unplanted - tables for which none could, with the reason.
 */
export function walkInventory(
  relations: Relation[],
  tables: CodeTable[],
  unplanted: Map<string, string>,
): WalkReport {
  const recorder = createRecorder('tables/inventory');
  const inCode = tables.map(({ name }) => name);
  for (const relation of relations) {
    recorder.note(relation.name, null);
    for (const fault of faultsOf(relation, inCode)) recorder.note(relation.name, fault);
    for (const fault of missingColumns(relation, tables)) recorder.note(relation.name, fault);
  }
  for (const [name, reason] of unplanted) recorder.uncovered(name, reason);
  return recorder.report();
}

/**
 * A column the code does not know would never be looked at by the walks through the handle. One that
 * PostgreSQL makes of the others in its row says nothing that they do not.
 */
function missingColumns(relation: Relation, tables: CodeTable[]): string[] {
  const table = tables.find(({ name }) => name === relation.name);
  if (!table) return [];
  const known = new Set(Object.values(table.columns).map(columnName));
  return relation.columns
    .filter(({ name, generated }) => !generated && !known.has(name))
    .map(({ name }) => `is not covered: the code does not know its column ${name}`);
}
