import { randomUUID } from 'node:crypto';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * Puts a message into the local mailbox, whole or not at all. The same id takes the same place, so
 * that a message that is sent again is still one.
 */
export async function keepMail(folder: string, id: string, bytes: Buffer): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const unfinished = path.join(folder, `.${id}.${randomUUID()}`);
  try {
    await writeFile(unfinished, bytes, { mode: 0o600, flush: true });
    await rename(unfinished, path.join(folder, `${id}.eml`));
  } finally {
    await rm(unfinished, { force: true });
  }
}
