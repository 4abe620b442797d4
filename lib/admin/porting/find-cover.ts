import { eq, or, sql } from 'drizzle-orm';
import { media } from '../../db/schema/tenant';
import { cleanFileName } from '../../media/clean-file-name';
import { pictureIdIn } from '../../media/media-address';
import type { ResourceContext } from '../../resources/resource-context';

/**
 * Finds the picture a file names as its cover: by its address here, as an export writes it, or by the
 * name of its file where one picture of the library alone is called so.
 *
 * @param cover - a path or an address, as in `/media/<id>/field.jpg` or `images/field.jpg`.
 * @returns its id, or null.
 */
export async function findCover({ db }: ResourceContext, cover: string): Promise<string | null> {
  const path = cover.replace(/[?#].*$/s, '').replace(/^https?:\/\/[^/]*/i, '');
  const id = pictureIdIn(path);
  const name = nameInLibrary(path);
  const rows = await db.read((tx) =>
    tx
      .select({ id: media.id })
      .from(media)
      .where(
        or(
          id === null ? undefined : eq(media.id, id),
          eq(sql`lower(${media.fileName})`, name.toLowerCase()),
        ),
      )
      .limit(2),
  );
  const found = rows.find((row) => row.id === id) ?? (rows.length === 1 ? rows[0] : undefined);
  return found?.id ?? null;
}

/** What a file of that name is called once it is uploaded. */
function nameInLibrary(path: string): string {
  const name = decoded((path.split('/').at(-1) ?? '').slice(0, 200));
  const ending = /\.(\w{1,5})$/.exec(name)?.[1]?.toLowerCase() ?? '';
  return cleanFileName(name, ending === 'jpeg' ? 'jpg' : ending);
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
