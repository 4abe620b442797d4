import { eq, sql } from 'drizzle-orm';
import { media } from '../../db/schema/tenant';
import { cleanFileName } from '../../media/clean-file-name';
import { findPicture } from '../../media/find-picture';
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
  const isNamed = eq(sql`lower(${media.fileName})`, nameInLibrary(path).toLowerCase());
  return db.read(async (tx) => {
    const known = id === null ? null : await findPicture(tx, id);
    if (known) return known.id;
    const named = await tx.select({ id: media.id }).from(media).where(isNamed).limit(2);
    return named.length === 1 ? (named[0]?.id ?? null) : null;
  });
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
