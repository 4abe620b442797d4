import { inArray } from 'drizzle-orm';
import { media } from '../../db/schema/tenant';
import { type Picture, pictureColumns } from '../../media/find-picture';
import { readListQuery } from '../../resources/list-query';
import { listRecords } from '../../resources/list-records';
import type { ResourceContext } from '../../resources/resource-context';
import { mediaResource } from '../resources/media';

/** A page of the library, the newest first. */
export interface PicturePage {
  pictures: Picture[];
  /** Give it back as `after` for more; null on the last page. */
  next: string | null;
}

/**
 * Gives pictures whose name or alternative text holds what was typed.
 *
 * @throws AppError forbidden
 */
export async function listPictures(
  ctx: ResourceContext,
  { q, after }: { q: string; after: string | null },
): Promise<PicturePage> {
  const query = readListQuery(mediaResource, { q, ...(after && { after }) });
  return ctx.db.read(async (tx) => {
    const { records, next } = await listRecords(ctx, mediaResource, { ...query, perPage: 24 });
    const ids = records.map(({ id }) => id);
    const rows =
      ids.length === 0
        ? []
        : await tx.select(pictureColumns).from(media).where(inArray(media.id, ids));
    const byId = new Map(rows.map((row) => [row.id, row]));
    return { pictures: ids.flatMap((id) => byId.get(id) ?? []), next };
  });
}
