import { eq, inArray, type SQL } from 'drizzle-orm';
import type { ScopedTx } from '../scoped-tx';
import { RowChanged, RowNotFound, throwTaken } from './row-errors';
import { alive, all, changed, checkValues, isId, type RowShape } from './row-shape';

type Values = Record<string, unknown>;
type Ids = unknown[] | { where: SQL };

// A statement has at most 65,535 parameters.
const parametersAtOnce = 60_000;
const idsAtOnce = 5000;

/** Makes rows, in as few statements as they fit into. */
export async function createRows(
  tx: ScopedTx,
  shape: RowShape,
  given: Values[],
): Promise<Values[]> {
  for (const values of given) checkValues(shape, values, ['version']);
  const atOnce = Math.floor(parametersAtOnce / Object.keys(shape.columns).length);
  const made: Values[] = [];
  for (const rows of chunks(given, atOnce)) {
    const query = tx.insert(shape.table).values(rows as never);
    made.push(...(await query.returning().catch(throwTaken)));
  }
  return made;
}

/**
 * Changes one row.
 *
 * @param version - the one that was worked on, if that matters.
 * @throws RowNotFound, RowChanged
 */
export async function updateRow(
  tx: ScopedTx,
  shape: RowShape,
  { id, changes, version }: { id: unknown; changes: Values; version?: number },
): Promise<Values> {
  const where = one(shape, id, version);
  const values = changed(shape, changes);
  // Drizzle refuses to set nothing.
  const query = Object.keys(values).length === 0 ? null : tx.update(shape.table).set(values);
  const rows: Values[] = query
    ? await query.where(where).returning().catch(throwTaken)
    : await tx.select().from(shape.table).where(where);
  return rows[0] ?? missing(tx, shape, id, version);
}

/** Takes one row away for good. @throws RowNotFound, RowChanged */
export async function deleteRow(tx: ScopedTx, shape: RowShape, id: unknown, version?: number) {
  const query = tx.delete(shape.table).where(one(shape, id, version, true));
  const [row] = await query.returning({ id: shape.id });
  if (!row) await missing(tx, shape, id, version, true);
}

/** Changes many; ids of those that were there come back. */
export async function updateRows(
  tx: ScopedTx,
  shape: RowShape,
  selection: Ids,
  changes: Values,
): Promise<unknown[]> {
  const values = changed(shape, changes);
  if (Object.keys(values).length === 0) return [];
  return inParts(shape, selection, (where) =>
    tx
      .update(shape.table)
      .set(values)
      .where(all(alive(shape), where))
      .returning({ id: shape.id })
      .catch(throwTaken),
  );
}

/** Takes many away for good. */
export function deleteRows(tx: ScopedTx, shape: RowShape, selection: Ids): Promise<unknown[]> {
  return inParts(shape, selection, (where) =>
    tx.delete(shape.table).where(all(where)).returning({ id: shape.id }),
  );
}

async function inParts(
  shape: RowShape,
  selection: Ids,
  run: (where: SQL) => Promise<{ id: unknown }[]>,
): Promise<unknown[]> {
  const ids = Array.isArray(selection)
    ? [...new Set(selection)].filter((id) => isId(shape, id))
    : [];
  const wheres = Array.isArray(selection)
    ? chunks(ids, idsAtOnce).map((part) => inArray(shape.id, part))
    : [selection.where];
  const done: unknown[] = [];
  for (const where of wheres) done.push(...(await run(where)).map(({ id }) => id));
  return done;
}

/** The condition for one row, its version included. @throws RowNotFound for what can be no id. */
function one(shape: RowShape, id: unknown, version?: number, trash?: boolean): SQL | undefined {
  if (!isId(shape, id)) throw new RowNotFound();
  if (version !== undefined && !shape.version) {
    throw new Error('This table does not count its changes, so a version says nothing.');
  }
  return all(
    eq(shape.id, id),
    trash ? undefined : alive(shape),
    version === undefined ? undefined : eq(shape.version as never, version),
  );
}

async function missing(
  tx: ScopedTx,
  shape: RowShape,
  id: unknown,
  version?: number,
  trash?: boolean,
): Promise<never> {
  if (version === undefined) throw new RowNotFound();
  const query = tx.select({ id: shape.id }).from(shape.table);
  const [row] = await query.where(one(shape, id, undefined, trash));
  throw row ? new RowChanged() : new RowNotFound();
}

function chunks<V>(values: V[], size: number): V[][] {
  const count = Math.ceil(values.length / size);
  return Array.from({ length: count }, (_, at) => values.slice(at * size, (at + 1) * size));
}
