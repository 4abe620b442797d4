import { notFound, redirect } from 'next/navigation';
import { cachedForHost, cachedForTenant } from '../cache/cached-reads';
import { bindPage } from '../tenancy/context';
import { findTenantId } from '../tenancy/find-tenant-id';
import { findTenant } from '../tenancy/get-tenant';
import type { TenantContext, TenantInfo } from '../tenancy/tenant';
import { homeOf, originOf, rootDomains } from '../tenancy/tenant-address';
import { tenantContext } from '../tenancy/tenant-context';
import { keyName, parseTenantSegment, type TenantKey } from '../tenancy/tenant-key';
import { keyWithoutWww } from '../tenancy/without-www';

type Params = Promise<{ tenant: string }>;

/**
 * The door of pages. Every page of a tenant begins here; a layout is no guard, since pages and
 * routes run without it.
 *
 * @param params - the page's parameters, `[tenant]` among them.
 * @param publicPath - the page's address as people see it, for redirects between a tenant's hosts.
 * @returns the tenant and its database. It does not return for an unknown host (404), for a
 *   suspended tenant (to /unavailable) and for a host that only points to another (redirect).
 */
export async function tenantPage(params: Params, publicPath: string): Promise<TenantContext> {
  const entry = await enter((await params).tenant);
  if (entry.kind === 'nobody') notFound();
  if (entry.kind === 'elsewhere') redirect(entry.origin + publicPath);
  const { tenant, hostname } = entry;
  if (tenant.status === 'suspended') redirect(`${tenant.basePath}/unavailable`);
  const here = originOf(hostname) + tenant.basePath;
  if (tenant.settings.redirectToPrimary && here !== tenant.homeUrl) {
    redirect(tenant.homeUrl + publicPath);
  }
  const ctx = tenantContext(tenant);
  bindPage(ctx);
  return ctx;
}

/** The tenant for the frame around a page; null where there is none. The page itself decides what to do about it. */
export async function findLayoutTenant(params: Params): Promise<TenantInfo | null> {
  const entry = await enter((await params).tenant);
  if (entry.kind !== 'tenant') return null;
  bindPage(tenantContext(entry.tenant));
  return entry.tenant;
}

export type Entry =
  | { kind: 'tenant'; tenant: TenantInfo; hostname: string }
  | { kind: 'elsewhere'; origin: string }
  | { kind: 'nobody' };

/**
 * Finds out who answers under an internal segment. Two reads, both cached: host name to id, which
 * goes stale when domains change, and id to tenant, which all its hosts share.
 */
export async function enter(segment: string): Promise<Entry> {
  const key = parseTenantSegment(segment);
  if (!key) return { kind: 'nobody' };
  const id = key.kind === 'id' ? key.id : await cachedTenantId(key);
  if (id) {
    const found = await cachedTenant(id);
    if (!found) return { kind: 'nobody' };
    const tenant = { ...found, basePath: key.prefix ?? '' };
    return { kind: 'tenant', tenant, hostname: hostnameOf(key, tenant) };
  }
  const bare = keyWithoutWww(key);
  if (bare && (await cachedTenantId(bare.key))) {
    return { kind: 'elsewhere', origin: originOf(bare.hostname) };
  }
  return { kind: 'nobody' };
}

function hostnameOf(key: TenantKey, { slug }: TenantInfo): string {
  if (key.kind === 'domain') return key.hostname;
  return key.prefix ? (rootDomains()[0] ?? '') : homeOf(slug).hostname;
}

function cachedTenantId(key: TenantKey): Promise<string | null> {
  return cachedForHost(keyName(key), () => findTenantId(key));
}

function cachedTenant(id: string): Promise<TenantInfo | null> {
  return cachedForTenant({ tenantId: id, name: 'tenant-info', read: () => findTenant(id) });
}
