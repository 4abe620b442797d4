import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import PostalMime, { type Email } from 'postal-mime';

/** Reads the mails that a folder holds and empties it; none where there is no folder yet. */
export async function takeMails(folder: string): Promise<Email[]> {
  let names: string[] = [];
  try {
    names = readdirSync(folder);
  } catch {
    return [];
  }
  return Promise.all(
    names.map((name) => {
      const bytes = readFileSync(join(folder, name));
      rmSync(join(folder, name));
      return PostalMime.parse(bytes);
    }),
  );
}
