import type { MemberContext } from '../../auth/viewer';
import { AppError } from '../../errors';
import { deleteOwnTenant } from '../../tenancy/life/delete-own-tenant';
import { deletionTags } from '../../tenancy/life/deleted-tenant';

/**
 * Deletes the site at hand for its owner, see deleteOwnTenant.
 *
 * @returns the tags of what is stale from now on.
 * @throws AppError forbidden without `settings.delete`.
 */
export async function deleteSiteOf(ctx: MemberContext, typed: string): Promise<{ tags: string[] }> {
  if (!ctx.can('settings.delete')) throw new AppError('forbidden', 'You may not delete this site.');
  return { tags: deletionTags(ctx.tenant.id, await deleteOwnTenant(ctx, typed)) };
}
