import type { MemberContext } from '../../auth/viewer';
import { AppError } from '../../errors';
import { recordEvent } from '../../events/record-event';
import { enqueueJob } from '../../jobs/enqueue-job';
import { buildSearchIndex } from '../../search/indexing/build-job';
import { isBuildAsked } from '../../search/indexing/is-build-asked';
import { requireEngine } from './require-engine';

/**
 * Has the tenant's index made anew. The one that answers goes on until the new one is complete.
 *
 * @throws AppError conflict where it has been asked for, or there is nothing to make.
 */
export async function askForBuild(ctx: MemberContext): Promise<void> {
  requireEngine();
  await ctx.db.write(async (tx) => {
    if (await isBuildAsked(tx)) {
      throw new AppError('conflict', 'A new index has been asked for already.');
    }
    await enqueueJob(tx, buildSearchIndex, {});
    await recordEvent(tx, ctx, {
      type: 'search.build-asked',
      subjectId: ctx.tenant.id,
      payload: { resource: 'search', label: ctx.tenant.name },
      cacheTags: [],
    });
  });
}
