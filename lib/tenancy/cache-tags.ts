/**
 * The names under which cached pages and data are invalidated. Every entry carries the tenant's
 * tag and that of the host it was found by; nothing is invalidated by path.
 */

/** Everything of a tenant. */
export function tenantTag(tenantId: string): string {
  return `t:${tenantId}`;
}

/** A tenant's posts, tags and authors. */
export function postsTag(tenantId: string): string {
  return `${tenantTag(tenantId)}:posts`;
}

/** The comments of one post. They go with the tenant's posts too. */
export function commentsTag(tenantId: string, postId: string): string {
  return `${tenantTag(tenantId)}:comments:${postId}`;
}

/** What a tenant's people may do: their memberships, roles and groups. No page is cached under it. */
export function rightsTag(tenantId: string): string {
  return `${tenantTag(tenantId)}:rights`;
}

/** Which tenant a host name means; unknown names too. */
export function hostTag(hostname: string): string {
  // Next ignores tags over 256 characters. Two names alike in so many last ones share a tag.
  return `host:${hostname.slice(-250)}`;
}

/** The list of tenants on the root page. */
export const demoTenantsTag = 'platform:demo-tenants';
