import { and, eq } from 'drizzle-orm';
import { revisions } from '../db/schema/tenant';
import type { ScopedTx } from '../db/scoped-tx';
import { AppError } from '../errors';
import { idsOf, livingIds } from './check-relations';
import type { Saved } from './create-record';
import { readId } from './cursor';
import { demand } from './demand';
import { notFound } from './not-found';
import type { Field, Resource, Values } from './resource';
import type { ResourceContext } from './resource-context';
import { updateRecord } from './update-record';

export interface RestoredVersion extends Saved {
  /** What could not be brought back, as sentences. */
  told: string[];
}

/**
 * Brings a record back to what it was in an older version (D13): a change like any other, checked by
 * today's rules, that gives a new version. Related rows that are gone stay away, and it is told.
 *
 * @param expected - the version that is newest for the person who asks; null for whichever is.
 * @throws AppError not_found for a version there is not; whatever updateRecord throws.
 */
export async function restoreVersion(
  ctx: ResourceContext,
  resource: Resource,
  id: string,
  version: number,
  expected: number | null,
): Promise<RestoredVersion> {
  demand(ctx, resource, 'write');
  const rowId = readId(resource, id);
  if (rowId === null || !resource.has.version) throw notFound(resource);
  const { values, told } = await ctx.db.read(async (tx) => {
    const snapshot = await findSnapshot(tx, resource, String(rowId), version);
    return bringBack(tx, resource, snapshot);
  });
  const saved = await updateRecord(ctx, resource, id, expected, values);
  return { ...saved, told };
}

async function findSnapshot(tx: ScopedTx, { name }: Resource, id: string, version: number) {
  const isVersion = Number.isInteger(version) && version > 0 && version <= 2_147_483_647;
  const [row] = isVersion
    ? await tx
        .select({ snapshot: revisions.snapshot })
        .from(revisions)
        .where(
          and(
            eq(revisions.resource, name),
            eq(revisions.recordId, id),
            eq(revisions.version, version),
          ),
        )
    : [];
  if (!row) throw new AppError('not_found', 'There is no such version.');
  return row.snapshot;
}

/** The fields people may set, as they were, without related rows that are gone. */
async function bringBack(tx: ScopedTx, resource: Resource, snapshot: Values) {
  const values: Values = {};
  const told: string[] = [];
  for (const name of resource.form.filter((one) => one in snapshot)) {
    const field = resource.fields[name] as Field;
    const ids = field.relation ? idsOf(snapshot[name]) : [];
    const living = field.relation ? await livingIds(tx, field.relation, ids) : new Set();
    const gone = ids.filter((id) => !living.has(id)).length;
    if (gone === 0) values[name] = snapshot[name];
    else {
      told.push(goneWords(field, gone));
      if (field.kind === 'relations') values[name] = ids.filter((id) => living.has(id));
    }
  }
  return { values, told };
}

function goneWords({ kind, label }: Field, gone: number): string {
  if (kind !== 'relations') return `${label} of that version is gone and stays as it is now.`;
  const are = gone === 1 ? '1 is' : `${gone} are`;
  return `${label}: ${are} gone and could not be brought back.`;
}
