import { and, eq, inArray } from 'drizzle-orm';
import { revisions } from '../db/schema/tenant';
import type { ScopedTx } from '../db/scoped-tx';
import { isSame } from './changes';
import { EditConflict } from './edit-conflict';
import type { Resource, Values } from './resource';
import { plainVersion } from './to-record';

/**
 * Finds out what happened to a record since the version somebody worked on (D18): who changed it
 * last, when, and in which fields it differs by now.
 */
export async function findConflict(
  tx: ScopedTx,
  resource: Resource,
  current: Values,
  version: number,
): Promise<EditConflict> {
  const newest = plainVersion(resource, current) ?? 0;
  const at = String(current.updatedAt);
  if (!resource.has.version) {
    return new EditConflict({ version: newest, by: null, at, fields: [] }, resource.singular);
  }
  const kept = await tx
    .select({
      version: revisions.version,
      snapshot: revisions.snapshot,
      actorName: revisions.actorName,
    })
    .from(revisions)
    .where(
      and(
        eq(revisions.resource, resource.name),
        eq(revisions.recordId, String(current.id)),
        // A version no column could hold is no version.
        inArray(revisions.version, [isVersion(version) ? version : 0, newest - 1]),
      ),
    );
  const opened = kept.find((one) => one.version === version)?.snapshot;
  const fields = Object.values(resource.fields)
    .filter(({ name }) => name !== 'updatedAt')
    .filter(({ name }) => opened && name in opened && !isSame(opened[name], current[name]))
    .map(({ name, label }) => ({ name, label }));
  const by = kept.find((one) => one.version === newest - 1)?.actorName || null;
  return new EditConflict({ version: newest, by, at, fields }, resource.singular);
}

function isVersion(version: number): boolean {
  return Number.isInteger(version) && version > 0 && version <= 2_147_483_647;
}
