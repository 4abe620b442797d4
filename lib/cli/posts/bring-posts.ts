import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { findNames } from '../../admin/porting/find-names';
import { beginImport, importPosts, type OnConflict } from '../../admin/porting/import-posts';
import type { ItemReport } from '../../admin/porting/item-report';
import { mostFiles } from '../../admin/porting/post-file';
import { readUploads, type Upload } from '../../admin/porting/read-uploads';
import type { ResourceContext } from '../../resources/resource-context';

interface BringOptions {
  dryRun: boolean;
  onConflict: OnConflict;
  /** Slug or name. */
  author?: string;
  onProgress: (done: number, total: number) => void;
}

/** What became of an import. */
export interface Brought {
  items: ItemReport[];
  /** Files of archives that are no Markdown. */
  leftOut: number;
}

/**
 * Imports the Markdown files of a folder, of an archive, or one.
 *
 * @throws Error for a place where nothing is, or an author nobody knows.
 */
export async function bringPosts(
  ctx: ResourceContext,
  place: string,
  { dryRun, onConflict, author, onProgress }: BringOptions,
): Promise<Brought> {
  const { files, refused, leftOut } = await readUploads(await uploadsOf(place));
  if (files.length + refused.length === 0) throw new Error(`${place} holds no Markdown files.`);
  const authorId = author === undefined ? null : (await findNames(ctx)).authors.find(author);
  if (author !== undefined && !authorId) throw new Error(`There is no author "${author}".`);
  const run = await beginImport(ctx, { dryRun, onConflict, authorId });
  const nothing = { title: '', slug: '', version: null, id: null, notes: [] };
  const items: ItemReport[] = refused.map((one) => ({ ...nothing, ...one, outcome: 'refused' }));
  for (const [at, file] of files.entries()) {
    items.push(...(await importPosts(run, [file])));
    onProgress(at + 1, files.length);
  }
  return { items, leftOut };
}

/** A folder is read with those inside it, but for hidden ones. */
async function uploadsOf(place: string): Promise<Upload[]> {
  const found = await stat(place).catch(() => null);
  if (!found) throw new Error(`There is nothing at ${place}.`);
  if (found.isFile()) return [await uploadOf(place, path.basename(place))];
  const names = (await readdir(place, { recursive: true }))
    .filter((name) => /\.(md|markdown)$/i.test(name) && !/(^|[\\/])\./.test(name))
    .sort();
  if (names.length > mostFiles) {
    throw new Error(`${place} has ${names.length} files; an import has at most ${mostFiles}.`);
  }
  return Promise.all(
    names.map((name) => uploadOf(path.join(place, name), name.split(path.sep).join('/'))),
  );
}

async function uploadOf(file: string, name: string): Promise<Upload> {
  const { size } = await stat(file);
  return { name, size, open: async () => new Blob([await readFile(file)]) };
}
