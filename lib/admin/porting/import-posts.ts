import { AppError } from '../../errors';
import { demand } from '../../resources/demand';
import type { ResourceContext } from '../../resources/resource-context';
import { timeZoneOf } from '../../resources/time-zone-of';
import { postsResource } from '../resources/posts';
import { findNames, type Names } from './find-names';
import { importFile } from './import-file';
import type { ItemReport } from './item-report';
import type { PostFile } from './post-file';
import { roomForPosts } from './room-for-posts';

/** What to do where there is a post with the slug of a file that says something else. */
export const conflictChoices = ['skip', 'replace', 'copy'] as const;
export type OnConflict = (typeof conflictChoices)[number];

export interface ImportOptions {
  /** Writes nothing, and says what would be. */
  dryRun: boolean;
  onConflict: OnConflict;
  /** Whose posts are that name nobody who is known; null refuses those. */
  authorId: string | null;
}

/** A file to import. */
export interface ImportItem extends PostFile {
  /** The version a check has found of the post that is there. */
  version?: number | null;
}

/** What one import knows from file to file, and from batch to batch. */
export interface ImportRun {
  ctx: ResourceContext;
  options: ImportOptions;
  timeZone: string;
  authors: Names;
  tags: Names;
  /** Slugs that files of this import have, and which. */
  seen: Map<string, string>;
  /** Posts that may still be added; null is unlimited. Counted down in a dry run. */
  room: number | null;
}

/**
 * Begins an import.
 *
 * @param options.taken - posts that earlier batches of the same check would add.
 * @throws AppError forbidden; bad_input for an author who is not there.
 */
export async function beginImport(
  ctx: ResourceContext,
  { taken = 0, ...options }: ImportOptions & { taken?: number },
): Promise<ImportRun> {
  demand(ctx, postsResource, 'write');
  const names = await findNames(ctx);
  if (options.authorId !== null && !names.authors.has(options.authorId)) {
    throw new AppError('bad_input', 'There is no such author. Choose another.');
  }
  const room = options.dryRun ? await roomForPosts(ctx) : null;
  return {
    ...{ ctx, options, ...names, timeZone: timeZoneOf(ctx), seen: new Map() },
    room: room === null ? null : Math.max(0, room - taken),
  };
}

/**
 * Imports files, or says what would become of them. Each is a transaction of its own, with the topics
 * it brings: it is imported whole or not at all, and its report says which.
 */
export async function importPosts(run: ImportRun, items: ImportItem[]): Promise<ItemReport[]> {
  const reports: ItemReport[] = [];
  for (const item of items) reports.push(await importFile(run, item));
  return reports;
}
