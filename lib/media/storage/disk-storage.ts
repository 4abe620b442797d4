import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { MediaStorage } from './media-storage';
import { mediaStorageFolder, storagePath, tenantStorageFolder } from './storage-place';

/**
 * Keeps files in a folder.
 *
 * @param root - the data folder.
 * @param pathOf - replaced only by the isolation saboteurs.
 */
export function diskStorage(root: string, pathOf = storagePath): MediaStorage {
  const remove = (folder: string) => rm(join(root, folder), { recursive: true, force: true });
  return {
    put: (place, bytes) => writeWhole(join(root, pathOf(place)), bytes),
    get: async (place) => {
      try {
        return await readFile(join(root, pathOf(place)));
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
        throw error;
      }
    },
    remove: (file) => remove(mediaStorageFolder(file)),
    removeTenant: (tenantId) => remove(tenantStorageFolder(tenantId)),
  };
}

/** Under another name first: whoever reads meanwhile sees the old file or the new one. */
async function writeWhole(path: string, bytes: Buffer): Promise<void> {
  const begun = `${path}.${randomUUID()}`;
  await mkdir(dirname(path), { recursive: true });
  try {
    await writeFile(begun, bytes);
    await rename(begun, path);
  } catch (error) {
    await rm(begun, { force: true });
    throw error;
  }
}
