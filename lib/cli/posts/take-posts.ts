import { createWriteStream } from 'node:fs';
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type ExportedFile, exportPosts } from '../../admin/porting/export-posts';
import { packArchive } from '../../admin/porting/pack-archive';
import type { ResourceContext } from '../../resources/resource-context';

/**
 * Writes the posts of a tenant into a folder, or into a zip archive where the place ends in `.zip`.
 * Nothing that is there is written over.
 *
 * @returns how many.
 * @throws Error for a folder that holds something, or a file that is there.
 */
export async function takePosts(
  ctx: ResourceContext,
  place: string,
  onProgress: (done: number) => void,
): Promise<number> {
  let count = 0;
  async function* counted(): AsyncGenerator<ExportedFile> {
    for await (const file of exportPosts(ctx)) {
      count += 1;
      onProgress(count);
      yield file;
    }
  }
  if (/\.zip$/i.test(place)) await writeArchive(counted(), place);
  else await writeFolder(counted(), place);
  return count;
}

async function writeFolder(files: AsyncGenerator<ExportedFile>, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  if ((await readdir(folder)).length > 0) {
    throw new Error(`${folder} is not empty. Name a new folder, or one with nothing in it.`);
  }
  // Slugs are letters, digits and hyphens: no name leads elsewhere.
  for await (const { name, text } of files) await writeFile(path.join(folder, name), text);
}

/** Under its name only when it is whole. */
async function writeArchive(files: AsyncGenerator<ExportedFile>, place: string): Promise<void> {
  const unfinished = `${place}.part`;
  const out = createWriteStream(place, { flags: 'wx' });
  await new Promise((resolve, reject) => out.once('open', resolve).once('error', reject)).catch(
    (error: NodeJS.ErrnoException) => {
      throw error.code === 'EEXIST' ? new Error(`${place} is there already.`) : error;
    },
  );
  out.destroy();
  try {
    const archive = await packArchive(files);
    await pipeline(
      Readable.fromWeb(archive as never),
      createWriteStream(unfinished, { flags: 'wx' }),
    );
    await rename(unfinished, place);
  } catch (error) {
    await Promise.all([rm(unfinished, { force: true }), rm(place, { force: true })]);
    throw error;
  }
}
