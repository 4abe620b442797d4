import { AsyncLocalStorage } from 'node:async_hooks';
import { cache } from 'react';
import { MixedScopes } from '../db/mixed-scopes';
import type { PlatformDb } from '../db/platform-tx';
import { outsideScopes } from '../db/scope';
import { NoTenantBound, WrongTenant } from '../errors';
import type { TenantContext } from './tenant';

/** Work across tenants, as {@link bindPlatform} binds it. */
export interface PlatformRun {
  db: PlatformDb;
  /** Why it is done; the audit log has it. */
  reason: string;
}

type Bound =
  | { kind: 'tenant'; ctx: TenantContext }
  | { kind: 'platform'; run: PlatformRun }
  | { kind: 'nobody' };

const bounds = new AsyncLocalStorage<Bound>();
// A page's door returns before the page goes on, so it cannot run the page inside anything. React
// keeps this for one rendering; everywhere else it is made anew at every call, and holds nothing.
const page = cache((): { bound?: Bound } => ({}));

/**
 * The context of the tenant that this code works for. Doors, the worker and runAsTenant bind it; it
 * survives awaits, retries and `after()`. Domain code takes `ctx` as its first argument and does not
 * ask here (S3.4, S3.38).
 *
 * @throws NoTenantBound where none is bound.
 */
export function current(): TenantContext {
  const ctx = findCurrent();
  if (!ctx) throw new NoTenantBound('current()');
  return ctx;
}

/** The same, or null where no tenant is bound. */
export function findCurrent(): TenantContext | null {
  const bound = boundHere();
  return bound?.kind === 'tenant' ? bound.ctx : null;
}

/** The work across tenants that this code is part of, or null. */
export function findPlatformRun(): PlatformRun | null {
  const bound = boundHere();
  return bound?.kind === 'platform' ? bound.run : null;
}

/**
 * Runs `fn` with a context bound.
 *
 * @throws WrongTenant inside another tenant's.
 */
export async function bindTenant<T>(ctx: TenantContext, fn: () => T | Promise<T>): Promise<T> {
  refuseOther(ctx);
  // The inner await matters: what is lazy, as a query, must begin inside.
  return bounds.run({ kind: 'tenant', ctx }, async () => await fn());
}

/**
 * Runs `fn` as work across tenants. Only runAsPlatform calls it, once the reason is on record.
 *
 * @throws MixedScopes inside a tenant's context.
 */
export async function bindPlatform<T>(run: PlatformRun, fn: () => Promise<T>): Promise<T> {
  if (findCurrent()) throw new MixedScopes();
  return bounds.run({ kind: 'platform', run }, async () => await fn());
}

/**
 * Binds a context to the page that is being made, for what is drawn below it. Layouts and pages of
 * one rendering call it in any order; who acts is not forgotten again.
 *
 * @throws WrongTenant when another tenant's is bound already.
 */
export function bindPage(ctx: TenantContext): void {
  refuseOther(ctx);
  const held = page();
  if (held.bound?.kind === 'tenant' && held.bound.ctx.actor && !ctx.actor) return;
  held.bound = { kind: 'tenant', ctx };
}

/** Runs `fn` with nothing bound, whatever was: work that somebody else's request has only woken. */
export function runDetached<T>(fn: () => T): T {
  return bounds.run({ kind: 'nobody' }, () => outsideScopes(fn));
}

function boundHere(): Bound | undefined {
  return bounds.getStore() ?? page().bound;
}

function refuseOther({ tenant }: TenantContext): void {
  const outer = findCurrent();
  if (outer && outer.tenant.id !== tenant.id) throw new WrongTenant(outer.tenant.id, tenant.id);
}
