import { findPicture, type Picture } from '../../media/find-picture';
import { findPictureUses, type PictureUses } from '../../media/uses/find-picture-uses';
import { isUuid } from '../../resources/filter-value';
import type { ResourceContext } from '../../resources/resource-context';

/** A picture with where it is used. */
export interface PictureFacts extends PictureUses {
  picture: Picture;
}

/** Gives a picture of the tenant for its page, or null; null too for who may not read them. */
export async function readPicture(ctx: ResourceContext, id: string): Promise<PictureFacts | null> {
  if (!isUuid(id) || !ctx.can('media.read')) return null;
  return ctx.db.read(async (tx) => {
    const [picture, found] = await Promise.all([findPicture(tx, id), findPictureUses(tx, id)]);
    if (!picture) return null;
    // What somebody may not open is not named to them.
    const uses = found.uses.filter(({ resource }) => ctx.can(`${resource}.read`));
    return { picture, uses, hasMore: found.hasMore };
  });
}
