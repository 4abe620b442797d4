import { TenantNotFound } from '../errors';
import { bindTenant, findCurrent } from './context';
import { findTenantId } from './find-tenant-id';
import { getTenant } from './get-tenant';
import type { TenantContext, TenantInfo } from './tenant';
import { type ContextOptions, tenantContext } from './tenant-context';
import type { TenantKey } from './tenant-key';

/** A tenant, or what it is known by: its id, its slug, or one of its domains. */
export type TenantRef = TenantInfo | string;

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/**
 * Runs `fn` for one tenant, outside any request: in scripts, jobs, tests. A suspended tenant is let
 * in, since there may be work to do about it; `ctx.tenant.status` tells.
 *
 * @returns what `fn` returns.
 * @throws TenantNotFound when no living tenant is meant; WrongTenant inside another tenant's context.
 */
export async function runAsTenant<T>(
  ref: TenantRef,
  fn: (ctx: TenantContext) => T | Promise<T>,
  options?: ContextOptions,
): Promise<T> {
  const outer = findCurrent();
  const isSame = outer !== null && isMeant(outer.tenant, ref);
  const ctx = isSame && !options ? outer : tenantContext(await tenantOf(ref, options), options);
  return bindTenant(ctx, () => fn(ctx));
}

function isMeant({ id, slug }: TenantInfo, ref: TenantRef): boolean {
  return typeof ref === 'string' ? ref === id || (ref === slug && !uuid.test(ref)) : ref.id === id;
}

async function tenantOf(ref: TenantRef, options?: ContextOptions): Promise<TenantInfo> {
  if (typeof ref !== 'string') return ref;
  const id = uuid.test(ref) ? ref : await findTenantId(keyOf(ref), options?.client);
  if (!id) throw new TenantNotFound(`There is no tenant "${ref}".`);
  return getTenant(id, options?.client);
}

/** Slugs have no dots, domains have one at least. */
function keyOf(name: string): TenantKey {
  return name.includes('.') ? { kind: 'domain', hostname: name } : { kind: 'slug', slug: name };
}
