import { enqueueJob } from '../../jobs/enqueue-job';
import type { SearchContext } from '../search-engine';
import { buildSearchIndex } from './build-job';
import { isBuildAsked } from './is-build-asked';

/** Has the tenant's index made anew by a job, unless one is to do it already. */
export async function requestBuild({ db }: SearchContext): Promise<void> {
  await db.write(async (tx) => {
    if (!(await isBuildAsked(tx))) await enqueueJob(tx, buildSearchIndex, {});
  });
}
