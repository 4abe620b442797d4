import { inArray } from 'drizzle-orm';
import { media } from '../../db/schema/tenant';
import type { ScopedTx } from '../../db/scoped-tx';
import type { SitePicture } from '../../tenancy/site-picture';

/** Gives the pictures of some ids as settings keep them; null where the library has none. */
export async function findSitePictures(
  tx: ScopedTx,
  ids: (string | null)[],
): Promise<(SitePicture | null)[]> {
  const asked = ids.filter((id) => id !== null);
  if (asked.length === 0) return ids.map(() => null);
  const { id, fileName, width, height } = media;
  const rows = await tx
    .select({ id, fileName, width, height })
    .from(media)
    .where(inArray(media.id, asked));
  return ids.map((one) => rows.find((row) => row.id === one) ?? null);
}
