import { and, eq, inArray } from 'drizzle-orm';
import { revisions } from '../db/schema/tenant';
import type { ScopedTx } from '../db/scoped-tx';
import type { EventType } from '../events/event-types';
import { recordEvent } from '../events/record-event';
import { changesOf } from './changes';
import { idsOf } from './check-relations';
import { insertLinks } from './create-record';
import { joinsLast } from './joins-last';
import { columnValues, manyFields } from './record-row';
import type { Relation, Resource, Values } from './resource';
import type { ResourceContext } from './resource-context';
import { columnOf } from './table-columns';
import { labelOfRow } from './to-record';

/** A change that was decided on. */
export interface Change {
  /** The whole record as it was, locked. */
  before: Values;
  /** Only what differs. */
  changed: Values;
  /** Past tense: 'updated', 'trashed', 'published'. */
  verb: string;
  /** Saved while somebody writes: see joinsLast. */
  autosave?: boolean;
}

/**
 * Writes a change of a locked record: the row with its next version, the row before it into the
 * history, its relations and its event. All sent at once.
 *
 * @returns the version the record has now.
 */
export async function writeChange(
  tx: ScopedTx,
  ctx: ResourceContext,
  resource: Resource,
  { before, changed, verb, autosave = false }: Change,
): Promise<number | null> {
  const id = String(before.id);
  const after = { ...before, ...changed };
  const { stamp, version } = nextVersion(resource, before);
  const isJoined = autosave && (await joinsLast(tx, ctx, resource, id));
  await Promise.all([
    tx
      .update(resource.table)
      .set({ ...columnValues(resource, changed), ...stamp })
      .where(eq(columnOf(resource.table, 'id'), before.id as string)),
    ...(isJoined ? [] : keepRevision(tx, ctx, resource, { before, autosave })),
    ...manyFields(resource)
      .filter(({ name }) => name in changed)
      .flatMap(({ name, relation }) =>
        changeLinks(tx, relation, id, { from: idsOf(before[name]), to: idsOf(changed[name]) }),
      ),
    !isJoined &&
      recordEvent(tx, ctx, {
        type: `${resource.singular}.${verb}` as EventType,
        subjectId: id,
        payload: {
          resource: resource.name,
          label: labelOfRow(resource, after),
          changes: changesOf(resource, before, changed),
        },
        cacheTags: resource.cacheTags(ctx.tenant, after),
      }),
  ]);
  return version;
}

function nextVersion({ has }: Resource, before: Values) {
  if (has.version) {
    const version = Number(before.version) + 1;
    return { version, stamp: { version, updatedAt: new Date() } };
  }
  if (!has.updatedAt) return { version: null, stamp: {} };
  // The time is the version: it must move on, however quick the changes follow each other.
  const version = Math.max(Date.now(), Date.parse(String(before.updatedAt)) + 1);
  return { version, stamp: { updatedAt: new Date(version) } };
}

/** Who is named is who ended the version. Tables without versions keep no history. */
function keepRevision(
  tx: ScopedTx,
  ctx: ResourceContext,
  resource: Resource,
  { before, autosave }: { before: Values; autosave: boolean },
) {
  if (!resource.has.version) return [];
  const revision = {
    resource: resource.name,
    recordId: String(before.id),
    version: Number(before.version),
    snapshot: before,
    actorId: ctx.actor?.id ?? null,
    actorName: ctx.actor?.name ?? '',
    autosaved: autosave,
  };
  return [tx.insert(revisions).values(revision)];
}

function changeLinks(
  tx: ScopedTx,
  relation: Relation,
  id: string,
  { from, to }: { from: string[]; to: string[] },
): PromiseLike<unknown>[] {
  const { table, own, other } = relation.through as NonNullable<Relation['through']>;
  const gone = from.filter((one) => !to.includes(one));
  const added = to.filter((one) => !from.includes(one));
  const remove = () =>
    tx
      .delete(table)
      .where(and(eq(columnOf(table, own), id), inArray(columnOf(table, other), gone)));
  return [...(gone.length > 0 ? [remove()] : []), ...insertLinks(tx, relation, id, added)];
}
