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
import { leadsTo } from './leads-to';

type Params = Promise<{ tenant: string }>;

/**
 * The door of pages. Every page of a tenant begins here; a layout is no guard, since pages and
 * routes run without it.
 *
 * @param params - the page's parameters, `[tenant]` among them.
 * @param publicPath - the page's address as people see it, for redirects between a tenant's hosts.
 * @returns the tenant and its database. It does not return for an unknown host (404), for a tenant
 *   that is closed (to /unavailable) and for a host that only points to another (redirect).
 */
export async function tenantPage(params: Params, publicPath: string): Promise<TenantContext> {
  const entry = await enter((await params).tenant);
  if (entry.kind === 'nobody') notFound();
  if (entry.kind === 'elsewhere') redirect(entry.origin + publicPath);
  const { tenant, isOpen } = entry;
  if (!isOpen) redirect(`${tenant.basePath}/unavailable`);
  const home = leadsTo(entry);
  if (home) redirect(home + publicPath);
  const ctx = tenantContext(tenant);
  bindPage(ctx);
  return ctx;
}

/** The tenant for the frame around a page; null where there is none. The page itself decides what to do about it. */
export async function findLayoutTenant(params: Params): Promise<TenantInfo | null> {
  return (await findLayoutEntry(params))?.tenant ?? null;
}

/** The same with how it was found. */
export async function findLayoutEntry(params: Params): Promise<TenantEntry | null> {
  const entry = await enter((await params).tenant);
  if (entry.kind !== 'tenant') return null;
  bindPage(tenantContext(entry.tenant));
  return entry;
}

/** A tenant, and how it was found. */
export interface TenantEntry {
  kind: 'tenant';
  tenant: TenantInfo;
  hostname: string;
  /** It serves, or the visitor came by the link of its maintenance. */
  isOpen: boolean;
  /** It is open to this visitor alone. */
  isBypassed: boolean;
  /** The name is one it had before. */
  isFormer: boolean;
}

export type Entry = TenantEntry | { kind: 'elsewhere'; origin: string } | { kind: 'nobody' };

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
    return entryOf(key, { ...found, basePath: key.prefix ?? '' });
  }
  const bare = keyWithoutWww(key);
  if (bare && (await cachedTenantId(bare.key))) {
    return { kind: 'elsewhere', origin: originOf(bare.hostname) };
  }
  return { kind: 'nobody' };
}

function entryOf(key: TenantKey, tenant: TenantInfo): TenantEntry {
  const { status, maintenance } = tenant;
  const isBypassed = status === 'maintenance' && key.bypass === maintenance?.id;
  const isOpen = status === 'active' || isBypassed;
  const isFormer = key.kind === 'slug' && key.slug !== tenant.slug;
  const hostname = hostnameOf(key, tenant);
  return { kind: 'tenant', tenant, hostname, isOpen, isBypassed, isFormer };
}

function hostnameOf(key: TenantKey, { slug }: TenantInfo): string {
  if (key.kind === 'domain') return key.hostname;
  if (key.prefix) return rootDomains()[0] ?? '';
  return homeOf(key.kind === 'slug' ? key.slug : slug).hostname;
}

function cachedTenantId(key: TenantKey): Promise<string | null> {
  return cachedForHost(keyName(key), () => findTenantId(key));
}

function cachedTenant(id: string): Promise<TenantInfo | null> {
  return cachedForTenant({ tenantId: id, name: 'tenant-info', read: () => findTenant(id) });
}
