import { defineHandler, PermanentFailure } from '../jobs/handler';
import { findPicture } from './find-picture';
import { openStorage } from './storage/open-storage';

/** Takes the bytes of a deleted picture away, after the commit: a deletion that is undone loses nothing. */
export const removeFiles = defineHandler({
  kind: 'media.remove-files',
  whileSuspended: true,
  run: async (ctx, { event }) => {
    const mediaId = event?.subjectId;
    if (!mediaId) throw new PermanentFailure('It does not say which picture was deleted.');
    if (await ctx.db.read((tx) => findPicture(tx, mediaId))) return;
    await openStorage().remove({ tenantId: ctx.tenant.id, mediaId });
  },
});
