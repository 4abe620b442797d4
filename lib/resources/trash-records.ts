import { AppError } from '../errors';
import { type BulkOptions, type BulkResult, changeMany, type Selection } from './change-many';
import { demand } from './demand';
import type { Resource } from './resource';
import type { ResourceContext } from './resource-context';
import { writeChange } from './write-change';

/**
 * Moves records to the trash (D17): they leave every list and public page, and their unique names
 * are free again.
 *
 * @throws AppError forbidden; bad_input where the table has no trash.
 */
export async function trashRecords(
  ctx: ResourceContext,
  resource: Resource,
  selection: Selection,
  options?: BulkOptions,
): Promise<BulkResult> {
  demand(ctx, resource, 'delete');
  if (!resource.has.trash) throw new AppError('bad_input', `${resource.label} have no trash.`);
  return changeMany(ctx, resource, selection, {
    state: 'living',
    options,
    decide: (tx, records) =>
      records.map((before) => ({
        write: () =>
          writeChange(tx, ctx, resource, {
            before,
            changed: { deletedAt: new Date().toISOString() },
            verb: 'trashed',
          }),
      })),
  });
}
