import { AppError } from '../errors';
import { type BulkOptions, type BulkResult, changeMany, type Selection } from './change-many';
import { demand } from './demand';
import type { Resource } from './resource';
import type { ResourceContext } from './resource-context';
import { writeChange } from './write-change';

/**
 * Takes records out of the trash. Their unique names are asked for again: one that was given away
 * meanwhile is left in the trash, with the reason (D17).
 *
 * @throws AppError forbidden; bad_input where the table has no trash.
 */
export async function restoreRecords(
  ctx: ResourceContext,
  resource: Resource,
  selection: Selection,
  options?: BulkOptions,
): Promise<BulkResult> {
  demand(ctx, resource, 'delete');
  if (!resource.has.trash) throw new AppError('bad_input', `${resource.label} have no trash.`);
  return changeMany(ctx, resource, selection, {
    state: 'trash',
    options,
    decide: (tx, records) =>
      records.map((before) => ({
        write: () =>
          writeChange(tx, ctx, resource, {
            before,
            changed: { deletedAt: null },
            verb: 'restored',
          }),
      })),
  });
}
