import { inArray } from 'drizzle-orm';
import { media } from '../db/schema/tenant';
import type { ScopedTx } from '../db/scoped-tx';
import type { ShownPicture } from './media-address';

/** The columns of a {@link ShownPicture}. */
export const shownColumns = {
  id: media.id,
  fileName: media.fileName,
  alt: media.alt,
  width: media.width,
  height: media.height,
  focalX: media.focalX,
  focalY: media.focalY,
};

const most = 200;

/** Gives those of some pictures that the tenant has, in any order. */
export async function shownPictures(tx: ScopedTx, ids: string[]): Promise<ShownPicture[]> {
  if (ids.length === 0) return [];
  return tx
    .select(shownColumns)
    .from(media)
    .where(inArray(media.id, ids.slice(0, most)));
}
