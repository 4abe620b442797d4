import { and, asc, eq, sql } from 'drizzle-orm';
import type { ScopedTx } from '../db/scoped-tx';
import { AppError } from '../errors';
import { readId } from './cursor';
import { refusalOf } from './database-refusal';
import { filterConditions } from './list-conditions';
import type { ListQuery } from './list-query';
import { notFoundWords } from './not-found';
import { lockRows, type RowState } from './record-row';
import type { Resource, Values } from './resource';
import type { RecordFate } from './resource-action';
import type { ResourceContext } from './resource-context';
import { searchRows } from './search-rows';
import { columnOf } from './table-columns';
import { timeZoneOf } from './time-zone-of';
import { labelOfRow } from './to-record';

/** Records by id, or all that a list shows. */
export type Selection = { ids: string[] } | { query: ListQuery };

export interface BulkOptions {
  /** Told after each batch. */
  onProgress?(done: number, of: number): void;
  /** Records this run takes; {@link mostSelected} unless told. */
  most?: number;
}

/** What became of each record (D7). */
export interface BulkResult {
  done: { id: string; label: string }[];
  left: { id: string; label: string; why: string }[];
  /** More were meant than one run takes: asking again does the rest. */
  capped: boolean;
}

/** Records one run takes. */
export const mostSelected = 10_000;
const batchSize = 100;

/** What to do with one locked record: nothing, for a reason, or some writes. */
export type Decision = { why: string } | { write(): Promise<unknown> };

/** Looks at a batch of locked records and gives a decision for each. */
interface Deciding {
  /** What records have that need no change; of too many they come last. */
  already?: Values;
  /** Where the records must be. */
  state: RowState;
  decide(tx: ScopedTx, records: Values[]): Promise<Decision[]> | Decision[];
}

/** Locks and changes a batch by itself. */
interface Running {
  run(tx: ScopedTx, ids: string[]): Promise<RecordFate[]>;
}

type Work = (Deciding | Running) & { options?: BulkOptions };

/**
 * Changes many records in batches, each in a transaction of its own. What is refused is left out
 * and told; ids of other tenants are as unknown as any other.
 */
export async function changeMany(
  ctx: ResourceContext,
  resource: Resource,
  selection: Selection,
  work: Work,
): Promise<BulkResult> {
  const { ids, capped } = await selectIds(ctx, resource, selection, work);
  const result: BulkResult = { done: [], left: [], capped };
  for (let at = 0; at < ids.length; at += batchSize) {
    const batch = ids.slice(at, at + batchSize);
    const outcome = await changeBatch(ctx, resource, batch, work);
    result.done.push(...outcome.done);
    result.left.push(...outcome.left);
    work.options?.onProgress?.(Math.min(at + batchSize, ids.length), ids.length);
  }
  return result;
}

type Outcome = Pick<BulkResult, 'done' | 'left'>;

/** All at once; when the database refuses one of them, each on its own. */
async function changeBatch(
  ctx: ResourceContext,
  resource: Resource,
  ids: string[],
  work: Work,
): Promise<Outcome> {
  const labels: Record<string, Values> = {};
  try {
    return await ctx.db.write((tx) => changeRows(tx, resource, ids, work, labels));
  } catch (error) {
    const [id = ''] = ids;
    const refusal =
      error instanceof AppError ? error : refusalOf(resource, error, labels[id] ?? {});
    if (!refusal) throw error;
    if (ids.length === 1) {
      const label = labels[id] ? labelOfRow(resource, labels[id]) : id;
      return { done: [], left: [{ id, label, why: refusal.message }] };
    }
  }
  const outcome: Outcome = { done: [], left: [] };
  for (const id of ids) {
    const one = await changeBatch(ctx, resource, [id], work);
    outcome.done.push(...one.done);
    outcome.left.push(...one.left);
  }
  return outcome;
}

async function changeRows(
  tx: ScopedTx,
  resource: Resource,
  ids: string[],
  work: Work,
  labels: Record<string, Values>,
): Promise<Outcome> {
  const rowIds = ids.map((id) => readId(resource, id)).filter((id) => id !== null);
  const fates =
    rowIds.length === 0
      ? []
      : 'run' in work
        ? await work.run(tx, rowIds.map(String))
        : await changeLocked(tx, resource, rowIds, work, labels);
  const byId = new Map(fates.map((fate) => [fate.id, fate]));
  const outcome: Outcome = { done: [], left: [] };
  for (const id of ids) {
    const { label, why } = byId.get(id) ?? { label: id, why: notFoundWords(resource) };
    if (why === null) outcome.done.push({ id, label });
    else outcome.left.push({ id, label, why });
  }
  return outcome;
}

async function changeLocked(
  tx: ScopedTx,
  resource: Resource,
  rowIds: (string | number)[],
  { state, decide }: Deciding,
  labels: Record<string, Values>,
): Promise<RecordFate[]> {
  const records = [...(await lockRows(tx, resource, rowIds, state)).values()];
  for (const record of records) labels[String(record.id)] = record;
  const decisions = await decide(tx, records);
  await Promise.all(decisions.map((decision) => 'write' in decision && decision.write()));
  return records.map((record, at) => {
    const decision = decisions[at];
    const why = decision && 'why' in decision ? decision.why : null;
    return { id: String(record.id), label: labelOfRow(resource, record), why };
  });
}

async function selectIds(
  ctx: ResourceContext,
  resource: Resource,
  selection: Selection,
  work: Work,
) {
  const { most = mostSelected } = work.options ?? {};
  const already = 'already' in work ? work.already : undefined;
  if ('ids' in selection) {
    const ids = [...new Set(selection.ids.map((id) => id.toLowerCase()))];
    return { ids: ids.slice(0, most), capped: ids.length > most };
  }
  const { query } = selection;
  const id = columnOf(resource.table, 'id');
  const isLast = isAlready(resource, already);
  const rows = await ctx.db.read((tx) => {
    const filters = filterConditions(tx, resource, query, timeZoneOf(ctx));
    return tx
      .select({ id, isLast })
      .from(resource.table)
      .where(searchRows(tx, resource, filters, query.q))
      .orderBy(asc(isLast), asc(id))
      .limit(most + 1);
  });
  const ids = rows.slice(0, most).map((row) => String(row.id));
  return { ids, capped: rows[most]?.isLast === false };
}

function isAlready({ table }: Resource, already: Values = {}) {
  const has = Object.entries(already).map(([name, value]) => eq(columnOf(table, name), value));
  return sql<boolean>`${and(...has) ?? sql`false`} is true`;
}
