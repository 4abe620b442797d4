import { and, desc, eq, lte } from 'drizzle-orm';
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
  // What was saved while somebody wrote is kept once for many versions: the nearest before counts.
  const [opened, last] = await Promise.all([
    newestUpTo(tx, resource, current, isVersion(version) ? version : 0),
    newestUpTo(tx, resource, current, newest - 1),
  ]);
  const fields = Object.values(resource.fields)
    .filter(({ name }) => name !== 'updatedAt')
    .filter(({ name }) => isOther(opened?.snapshot, current, name))
    .map(({ name, label }) => ({ name, label }));
  const by = last?.actorName || null;
  return new EditConflict({ version: newest, by, at, fields }, resource.singular);
}

async function newestUpTo(tx: ScopedTx, resource: Resource, current: Values, version: number) {
  const [row] = await tx
    .select({ snapshot: revisions.snapshot, actorName: revisions.actorName })
    .from(revisions)
    .where(
      and(
        eq(revisions.resource, resource.name),
        eq(revisions.recordId, String(current.id)),
        lte(revisions.version, version),
      ),
    )
    .orderBy(desc(revisions.version))
    .limit(1);
  return row;
}

function isOther(opened: Values | undefined, current: Values, name: string): boolean {
  return opened !== undefined && name in opened && !isSame(opened[name], current[name]);
}

// A version no column could hold is no version.
function isVersion(version: number): boolean {
  return Number.isInteger(version) && version > 0 && version <= 2_147_483_647;
}
