import { findMovedPost } from '../blog/find-moved-post';
import { cachedForTenant } from '../cache/cached-reads';
import { postsTag } from '../tenancy/cache-tags';
import type { TenantContext } from '../tenancy/tenant';

/** Where a post is that had this slug before; null where there is none. */
export function readMovedPost({ tenant, ...ctx }: TenantContext, slug: string) {
  return cachedForTenant({
    tenantId: tenant.id,
    name: 'site.moved-post',
    args: [slug],
    tags: [postsTag(tenant.id)],
    read: () => findMovedPost({ tenant, ...ctx }, slug),
  });
}
