import type { PostSummary } from '../blog/post-summary';
import type { TenantContext } from '../tenancy/tenant';

/** A post as the site shows it: without its topics where the tenant has switched them off. */
export function withTopics<P extends PostSummary>(ctx: TenantContext, post: P): P {
  return ctx.tenant.settings.features.topics ? post : { ...post, tags: [] };
}
