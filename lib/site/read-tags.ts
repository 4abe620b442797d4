import { listTags, type TagCount } from '../blog/list-tags';
import { cachedForTenant } from '../cache/cached-reads';
import { postsTag } from '../tenancy/cache-tags';
import type { TenantContext } from '../tenancy/tenant';

/** Gives the topics of the site with their number of published posts; null where they are switched off. */
export async function readTags(ctx: TenantContext): Promise<TagCount[] | null> {
  if (!ctx.tenant.settings.features.topics) return null;
  return cachedForTenant({
    tenantId: ctx.tenant.id,
    name: 'site.tags',
    tags: [postsTag(ctx.tenant.id)],
    read: () => listTags(ctx),
  });
}
