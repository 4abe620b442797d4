import type { Found } from '@/app/_search/found';
import { toFound } from '@/app/_search/to-found';
import { problemOf } from '@/lib/api/error-response';
import { hasPermission } from '@/lib/auth/permissions';
import type { VisitorContext } from '@/lib/auth/viewer';
import { readSearch } from '@/lib/site/read-search';

/**
 * Gives what the page shows for a text. Drafts are for who may read all posts.
 *
 * @returns null where search does not answer; that is written down, and the rest of the page stands.
 */
export async function findForPage(ctx: VisitorContext, text: string): Promise<Found | null> {
  const { tenant, viewer, requestId } = ctx;
  try {
    const drafts = hasPermission(viewer?.membership ?? null, 'posts.read');
    return toFound(await readSearch(ctx, text, { drafts }), tenant);
  } catch (error) {
    problemOf(error, { requestId, path: '/search', tenant: tenant.slug });
    return null;
  }
}
