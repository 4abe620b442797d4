import type { NextRequest } from 'next/server';
import { TenantNotFound, TenantSuspended } from '../errors';
import { requestIdHeader } from '../tenancy/private-headers';
import type { TenantContext, TenantInfo } from '../tenancy/tenant';
import { problemOf, problemResponse } from './error-response';
import { contextOf, enter } from './tenant-page';

type Params = Record<string, string | string[]> & { tenant: string };
type RouteContext<P> = { params: Promise<P> };

export interface RouteInput<P> {
  request: NextRequest;
  params: P;
  requestId: string;
}

/** Answers for a tenant that serves. */
export type TenantHandler<P> = (ctx: TenantContext, input: RouteInput<P>) => Promise<Response>;

export interface RouteOptions {
  /** Answers while the tenant is suspended; without it that is a 503 problem. */
  suspended?: (tenant: TenantInfo, input: { requestId: string }) => Promise<Response> | Response;
}

/**
 * The door of a tenant's route handlers: resolves the tenant of the internal path, checks that it
 * serves, runs the handler and turns whatever is thrown into problem+json.
 *
 * The address of `request.url` is never the tenant's; build addresses from `ctx.tenant.origin`.
 */
export function tenantRoute<P extends Params = Params>(
  handler: TenantHandler<P>,
  options: RouteOptions = {},
) {
  return async (request: NextRequest, { params }: RouteContext<P>): Promise<Response> => {
    const requestId = request.headers.get(requestIdHeader) ?? 'none';
    const path = request.nextUrl.pathname;
    let slug: string | undefined;
    try {
      const given = await params;
      const entry = await enter(given.tenant);
      if (entry.kind === 'nobody') throw new TenantNotFound();
      if (entry.kind === 'elsewhere')
        return redirectTo(entry.origin + path + request.nextUrl.search);
      const { tenant } = entry;
      slug = tenant.slug;
      if (tenant.status === 'suspended') {
        if (!options.suspended) throw new TenantSuspended(tenant.name);
        return await options.suspended(tenant, { requestId });
      }
      return await handler(contextOf(tenant), { request, params: given, requestId });
    } catch (error) {
      return problemResponse(problemOf(error, { requestId, path, tenant: slug }));
    }
  };
}

function redirectTo(address: string): Response {
  return new Response(null, { status: 308, headers: { location: address } });
}
