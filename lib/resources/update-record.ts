import type { ScopedTx } from '../db/scoped-tx';
import { AppError } from '../errors';
import { changedValues } from './changes';
import { checkRelations } from './check-relations';
import type { Saved } from './create-record';
import { readId } from './cursor';
import { refusalOf } from './database-refusal';
import { demand } from './demand';
import { findConflict } from './find-conflict';
import { notFound } from './not-found';
import { parseInput } from './record-input';
import { lockRow } from './record-row';
import type { Resource, Values } from './resource';
import type { ResourceContext } from './resource-context';
import { invalidFields, settleValues } from './settle-values';
import { plainVersion } from './to-record';
import { writeChange } from './write-change';

export interface UpdateOptions {
  /** Saved while somebody writes: in history and log it joins what they wrote just before. */
  autosave?: boolean;
}

/**
 * Changes a record: the row, its relations, its history and its event in one transaction. What the
 * input does not name stays as it is; when nothing differs, nothing is written.
 *
 * @param version - the one the change was made on; null to change whatever is newest.
 * @throws InvalidInput with what is wrong; EditConflict when somebody was quicker; AppError
 *   not_found, forbidden.
 */
export async function updateRecord(
  ctx: ResourceContext,
  resource: Resource,
  id: string,
  version: number | null,
  input: unknown,
  { autosave }: UpdateOptions = {},
): Promise<Saved> {
  demand(ctx, resource, 'write');
  const rowId = readId(resource, id);
  if (rowId === null) throw notFound(resource);
  const given = parseInput(resource, 'update', input);
  try {
    return await ctx.db.write(async (tx) => {
      const before = await lockRow(tx, resource, rowId, 'living');
      if (!before) throw notFound(resource);
      const newest = plainVersion(resource, before);
      if (version !== null && newest !== null && version !== newest) {
        throw await findConflict(tx, resource, before, version);
      }
      const changed = changedValues(before, settleValues(resource, given, before));
      if (Object.keys(changed).length === 0) return { id, version: newest, changed: [] };
      await checkInTenant(tx, resource, changed, before);
      const change = { before, changed, verb: 'updated', autosave };
      const saved = await writeChange(tx, ctx, resource, change);
      return { id, version: saved, changed: Object.keys(changed) };
    });
  } catch (error) {
    throw (error instanceof AppError ? null : refusalOf(resource, error, given)) ?? error;
  }
}

async function checkInTenant(tx: ScopedTx, resource: Resource, changed: Values, before: Values) {
  const [missing, refused] = await Promise.all([
    checkRelations(tx, resource, changed, before),
    resource.hooks.checkInTenant?.(tx, { ...before, ...changed }, before),
  ]);
  const faults = { ...missing, ...refused };
  if (Object.keys(faults).length > 0) throw invalidFields(faults);
}
