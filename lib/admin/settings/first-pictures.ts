import { desc } from 'drizzle-orm';
import type { MemberContext } from '../../auth/viewer';
import { media } from '../../db/schema/tenant';

/** The newest pictures of the library by their names: what a form without scripts can offer. */
export async function firstPictures(ctx: MemberContext): Promise<{ id: string; label: string }[]> {
  return ctx.db.read((tx) =>
    tx
      .select({ id: media.id, label: media.fileName })
      .from(media)
      .orderBy(desc(media.createdAt), desc(media.id))
      .limit(50),
  );
}
