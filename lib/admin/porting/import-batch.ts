import { z } from 'zod';
import type { ResourceContext } from '../../resources/resource-context';
import { beginImport, conflictChoices, importPosts } from './import-posts';
import type { ItemReport } from './item-report';
import { mostFileBytes, mostFiles } from './post-file';

/** Files of one batch. */
export const mostInBatch = 20;
/** Of a request; twice what a batch holds, since JSON writes some signs longer. */
export const mostBatchBytes = 8_000_000;

/** A part of an import, as the page sends it. */
export const importBatchInput = z.strictObject({
  dryRun: z.boolean(),
  onConflict: z.enum(conflictChoices),
  authorId: z.guid().nullable(),
  /** Posts that earlier batches of the check would add. */
  taken: z.int().min(0).max(mostFiles).default(0),
  items: z
    .array(
      z.strictObject({
        name: z.string().min(1).max(1000),
        text: z.string().max(mostFileBytes),
        version: z.int().min(1).nullable().optional(),
      }),
    )
    .min(1)
    .max(mostInBatch),
});

export type ImportBatch = z.input<typeof importBatchInput>;

/**
 * Imports one batch of files, or says what would become of them.
 *
 * @throws AppError forbidden; bad_input for an author who is not there.
 */
export async function importBatch(
  ctx: ResourceContext,
  { items, ...options }: z.output<typeof importBatchInput>,
): Promise<ItemReport[]> {
  return importPosts(await beginImport(ctx, options), items);
}
