import type { NextRequest } from 'next/server';
import { hasPermission, type Permission } from '../auth/permissions';
import { readViewer } from '../auth/read-session';
import { requireOwnHand } from '../auth/support/require-own-hand';
import type { MemberContext } from '../auth/viewer';
import { AppError, TenantClosed, TenantNotFound } from '../errors';
import { bindTenant } from '../tenancy/context';
import { requestIdHeader } from '../tenancy/private-headers';
import type { TenantContext } from '../tenancy/tenant';
import { tenantContext } from '../tenancy/tenant-context';
import { countRequest } from './count-request';
import { problemAnswer } from './error-response';
import { isAtHome } from './is-at-home';
import { memberContext } from './member-context';
import { requireSameOrigin } from './same-origin';
import { enter } from './tenant-page';

type Params = Record<string, string | string[]> & { tenant: string };
type RouteContext<P> = { params: Promise<P> };

export interface RouteInput<P> {
  request: NextRequest;
  params: P;
  requestId: string;
}

/** Answers for a tenant that serves. */
export type TenantHandler<P, C = TenantContext> = (
  ctx: C,
  input: RouteInput<P>,
) => Promise<Response>;

export interface RouteOptions<Right> {
  /**
   * Who may ask: anybody (`public`: no session is read), anybody signed in (`account.use`), or
   * members with the permission. A session is proved by its cookie, so what changes something must
   * come from a page of this host.
   */
  permission: Right;
  /** Answers while the tenant is suspended or in maintenance; without it that is a 503 problem. */
  closed?: (
    ctx: TenantContext,
    input: { request: NextRequest; requestId: string },
  ) => Promise<Response> | Response;
  /** Does something before the 401, where nobody is signed in. It changes nothing about the answer. */
  signedOut?: (ctx: TenantContext, request: NextRequest) => Promise<void>;
}

type Route<P> = (request: NextRequest, context: RouteContext<P>) => Promise<Response>;

/**
 * The door of a tenant's route handlers: tenant, session, membership, permission. Runs the handler
 * and turns whatever is thrown into problem+json. Who is no member is told that there is nothing.
 *
 * The address of `request.url` is never the tenant's; build addresses from `ctx.tenant.origin`.
 */
export function tenantRoute<P extends Params = Params>(
  handler: TenantHandler<P>,
  options: RouteOptions<'public'>,
): Route<P>;
export function tenantRoute<P extends Params = Params>(
  handler: TenantHandler<P, MemberContext>,
  options: RouteOptions<Permission>,
): Route<P>;
export function tenantRoute<P extends Params = Params>(
  handler: TenantHandler<P, never>,
  options: RouteOptions<'public' | Permission>,
): Route<P> {
  return async (request, { params }) => {
    const requestId = request.headers.get(requestIdHeader) ?? 'none';
    const path = request.nextUrl.pathname;
    let slug: string | undefined;
    try {
      const given = await params;
      const entry = await enter(given.tenant);
      if (entry.kind === 'nobody') throw new TenantNotFound();
      if (entry.kind === 'elsewhere')
        return redirectTo(entry.origin + path + request.nextUrl.search);
      const { tenant, isOpen, isFormer } = entry;
      slug = tenant.slug;
      // At home already where it was a header, say, that gave the old name.
      if (isFormer && !isAtHome(request.headers, tenant)) {
        const inner = path.slice(tenant.basePath.length);
        return redirectTo(tenant.homeUrl + inner + request.nextUrl.search, 307);
      }
      if (!isOpen) {
        if (!options.closed) throw new TenantClosed(tenant);
        return await options.closed(tenantContext(tenant), { request, requestId });
      }
      const ctx = await admit(tenantContext(tenant), options, { request, requestId });
      const input = { request, params: given, requestId };
      return await bindTenant(ctx, () => handler(ctx as never, input));
    } catch (error) {
      return problemAnswer(error, { requestId, path, tenant: slug });
    }
  };
}

async function admit(
  ctx: TenantContext,
  { permission, signedOut }: RouteOptions<'public' | Permission>,
  { request, requestId }: { request: NextRequest; requestId: string },
): Promise<TenantContext | MemberContext> {
  if (permission === 'public') return ctx;
  if (!isReading(request)) requireSameOrigin(request.headers);
  const viewer = await readViewer(ctx.tenant.id);
  await countRequest(request.headers, ctx.tenant.id, viewer);
  if (!viewer) {
    await signedOut?.(ctx, request);
    throw new AppError('not_signed_in', 'Sign in first.');
  }
  if (!isReading(request)) requireOwnHand(viewer, permission);
  if (!hasPermission(viewer.membership, permission)) {
    throw new AppError('not_found', 'There is no such address.');
  }
  return memberContext(ctx, viewer, requestId);
}

/** True for methods that change nothing. */
export function isReading({ method }: { method: string }): boolean {
  return method === 'GET' || method === 'HEAD' || method === 'OPTIONS';
}

/** For good, unless said otherwise: names may be given back. Both keep method and body. */
function redirectTo(address: string, status: 307 | 308 = 308): Response {
  return new Response(null, { status, headers: { location: address } });
}
