import { listTags, type TagCount } from '../blog/list-tags';
import { cachedForTenant } from '../cache/tenant-cache';
import { postsTag } from '../tenancy/cache-tags';
import type { TenantContext } from '../tenancy/tenant';

/** Gives the topics of the site with their number of published posts. */
export async function readTags(ctx: TenantContext): Promise<TagCount[]> {
  return cachedForTenant({
    tenantId: ctx.tenant.id,
    name: 'site.tags',
    tags: [postsTag(ctx.tenant.id)],
    read: () => listTags(ctx),
  });
}
