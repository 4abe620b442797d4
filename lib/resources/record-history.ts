import { and, desc, eq, lt } from 'drizzle-orm';
import { events } from '../db/schema/platform';
import { revisions } from '../db/schema/tenant';
import type { ScopedTx } from '../db/scoped-tx';
import { isSame } from './changes';
import { idsOf } from './check-relations';
import { readId } from './cursor';
import { demand } from './demand';
import { notFound } from './not-found';
import { readRecordRow } from './record-row';
import { relatedLabels } from './related-labels';
import type { Field, FieldKind, Resource, Values } from './resource';
import type { ResourceContext } from './resource-context';

/** One field as it was and as it became. Related rows are given by their labels. */
export interface FieldChange {
  field: string;
  label: string;
  kind: FieldKind;
  before: unknown;
  after: unknown;
}

/** A version of a record (D13). */
export interface RecordVersion {
  version: number;
  /** When it was made; ISO time. */
  at: string;
  /** Who made it; null where nobody in particular did. */
  by: { id: string | null; name: string } | null;
  current: boolean;
  /** What it changed. Empty for the first version. */
  changes: FieldChange[];
}

export interface RecordHistory {
  /** Newest first. */
  versions: RecordVersion[];
  /** For `before`, to read on; null when these are the last. */
  older: number | null;
}

const perPage = 20;

/**
 * Gives the versions of a record, in the trash or not, with what each changed.
 *
 * @param options.before - only versions older than this one.
 * @throws AppError not_found, forbidden.
 */
export async function recordHistory(
  ctx: ResourceContext,
  resource: Resource,
  id: string,
  { before }: { before?: number } = {},
): Promise<RecordHistory> {
  demand(ctx, resource, 'read');
  const rowId = readId(resource, id);
  if (rowId === null) throw notFound(resource);
  return ctx.db.read(async (tx) => {
    const record = await readRecordRow(tx, resource, rowId, 'any');
    if (!record) throw notFound(resource);
    if (!resource.has.version) return { versions: [], older: null };
    const newest = Number(record.version);
    const top = before === undefined ? newest : Math.min(Math.trunc(before) - 1, newest);
    const kept = await readRevisions(tx, resource, id, top);
    // What each version was, newest first, and who ended the one before it.
    const states = (top === newest ? [stateOf(record)] : []).concat(kept);
    const labels = await relatedLabels(
      tx,
      resource,
      states.map(({ values }) => values),
    );
    const shown = states.slice(0, perPage);
    const versions = await Promise.all(
      shown.map(async (state, at) => {
        const previous = states[at + 1];
        const by = previous ? previous.endedBy : await createdBy(tx, record);
        return {
          version: state.version,
          at: previous ? previous.endedAt : String(record.createdAt),
          by: by?.name ? by : null,
          current: state.version === newest,
          changes: previous ? changesBetween(resource, previous.values, state.values, labels) : [],
        };
      }),
    );
    const last = shown.at(-1);
    return { versions, older: states.length > perPage && last ? last.version : null };
  });
}

interface State {
  version: number;
  values: Values;
  endedAt: string;
  endedBy: { id: string | null; name: string } | null;
}

function stateOf(record: Values): State {
  return { version: Number(record.version), values: record, endedAt: '', endedBy: null };
}

async function readRevisions(tx: ScopedTx, { name }: Resource, id: string, top: number) {
  const rows = await tx
    .select()
    .from(revisions)
    .where(
      and(
        eq(revisions.resource, name),
        eq(revisions.recordId, id),
        lt(revisions.version, Math.min(Math.max(top, 0) + 1, 2_147_483_647)),
      ),
    )
    .orderBy(desc(revisions.version))
    .limit(perPage + 1);
  return rows.map((row): State => {
    const endedBy = { id: row.actorId, name: row.actorName };
    return {
      version: row.version,
      values: row.snapshot,
      endedAt: row.createdAt.toISOString(),
      endedBy,
    };
  });
}

/** The event of its making stands in the log at the very time of the row. */
async function createdBy(tx: ScopedTx, record: Values) {
  const [event] = await tx
    .select({ id: events.actorId, name: events.actorName })
    .from(events)
    .where(
      and(
        eq(events.createdAt, new Date(String(record.createdAt))),
        eq(events.subjectId, String(record.id)),
      ),
    )
    .limit(1);
  return event ?? null;
}

const deletedField = { name: 'deletedAt', label: 'In the trash since', kind: 'date' as FieldKind };

function changesBetween(
  { fields }: Resource,
  before: Values,
  after: Values,
  labels: Map<string, Map<string, string>>,
): FieldChange[] {
  const shown = Object.values(fields).filter(({ name }) => name !== 'updatedAt');
  return [...shown, deletedField]
    .filter(({ name }) => name in before && name in after && !isSame(before[name], after[name]))
    .map(({ name, label, kind }) => ({
      ...{ field: name, label, kind },
      before: shownValue({ name, kind }, before[name], labels),
      after: shownValue({ name, kind }, after[name], labels),
    }));
}

function shownValue(
  { name, kind }: Pick<Field, 'name' | 'kind'>,
  value: unknown,
  labels: Map<string, Map<string, string>>,
): unknown {
  const known = labels.get(name);
  if (!known) return value ?? null;
  const names = idsOf(value).map((id) => known.get(id) ?? 'Deleted');
  return kind === 'relations' ? names : (names[0] ?? null);
}
