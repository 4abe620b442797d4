import { definePlatformHandler } from '../jobs/handler';
import { platformOrigin } from '../tenancy/tenant-address';
import { expireInNext } from './expire-in-next';

/**
 * Forgets what a change has made stale, for a host where no process lives long enough to follow the
 * event log: there all instances share one cache, and the public address reaches it. Elsewhere each
 * process follows for itself.
 */
export const revalidateTags = definePlatformHandler({
  kind: 'revalidate-tags',
  run: async ({ event }) => {
    const tags = event?.cacheTags ?? [];
    if (tags.length > 0) await expireInNext(platformOrigin(), tags);
  },
});
