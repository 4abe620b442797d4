import type { NextRequest } from 'next/server';
import { env } from '../env';
import { TenantClosed, TenantNotFound } from '../errors';
import { bindTenant } from '../tenancy/context';
import { requestIdHeader, tenantHeader } from '../tenancy/private-headers';
import { namedTenant } from '../tenancy/resolvers/named-tenant';
import type { TenantContext } from '../tenancy/tenant';
import { tenantContext } from '../tenancy/tenant-context';
import { keyName, marker } from '../tenancy/tenant-key';
import { problemAnswer } from './error-response';
import { enter } from './tenant-page';

export interface AnyHostOptions {
  /** Such routes are for anybody: no session is read, since it is not known whose. */
  permission: 'public';
  /** Whether no tenant is a 404; TENANT_REQUIRED unless said (S2.4, S2.25). */
  required?: boolean;
  /**
   * Finds the tenant of this route in a way of its own (S2.26): a slug or an id, null for none,
   * undefined to leave it to the configured chain.
   */
  resolve?: (request: NextRequest) => string | null | undefined;
}

export interface AnyHostInput {
  request: NextRequest;
  requestId: string;
  /** Null where no tenant was found. */
  ctx: TenantContext | null;
}

/**
 * The door of routes that stand outside the tenants and answer on every host, with a tenant where
 * there is one.
 */
export function anyHostRoute(
  handler: (input: AnyHostInput) => Promise<Response>,
  options: AnyHostOptions,
): (request: NextRequest) => Promise<Response> {
  return async (request) => {
    const requestId = request.headers.get(requestIdHeader) ?? 'none';
    try {
      const ctx = await find(request, options);
      const answer = () => handler({ request, requestId, ctx });
      return await (ctx ? bindTenant(ctx, answer) : answer());
    } catch (error) {
      return problemAnswer(error, { requestId, path: request.nextUrl.pathname });
    }
  };
}

async function find(
  request: NextRequest,
  { required = env().TENANT_REQUIRED, resolve }: AnyHostOptions,
): Promise<TenantContext | null> {
  const name = nameOf(request, resolve);
  const entry = name === null ? null : await enter(marker + name);
  if (entry?.kind === 'tenant') {
    if (!entry.isOpen) throw new TenantClosed(entry.tenant);
    return tenantContext(entry.tenant);
  }
  if (required) throw new TenantNotFound();
  return null;
}

function nameOf(request: NextRequest, resolve: AnyHostOptions['resolve']): string | null {
  const own = resolve?.(request);
  if (own === undefined) return request.headers.get(tenantHeader);
  const key = namedTenant(own);
  return key && keyName(key);
}
