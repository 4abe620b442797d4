import type { NextRequest } from 'next/server';
import { cookieNames, cookieOptions } from '../auth/session-cookie';
import { edgeEnv } from '../env-edge';
import { bypassSeconds, signBypass } from '../tenancy/maintenance/bypass-token';
import { opensMaintenance } from '../tenancy/maintenance/opens-maintenance';
import type { TenantContext } from '../tenancy/tenant';
import { isAtHome } from './is-at-home';

/**
 * Lets somebody in who came by the link of a maintenance: a cookie for this host, good for half a
 * day and for this maintenance alone.
 *
 * Who came to another host than the one that pages lead to is let in there.
 *
 * @returns null for a request without the key, or with another one.
 */
export async function openByLink(
  ctx: TenantContext,
  request: NextRequest,
): Promise<Response | null> {
  const key = request.nextUrl.searchParams.get('key');
  const id = key ? await opensMaintenance(ctx, key) : null;
  if (!id) return null;
  const { basePath, homeUrl, settings } = ctx.tenant;
  // The cookie is for one host: it must be the one that pages lead to.
  const isElsewhere = settings.redirectToPrimary && !isAtHome(request.headers, ctx.tenant);
  if (isElsewhere) {
    return sendTo(`${homeUrl}/unavailable?${new URLSearchParams({ key: key ?? '' })}`);
  }
  const names = cookieNames(request.headers, ctx.tenant.id);
  const { path, sameSite, secure } = cookieOptions(names);
  const token = await signBypass(id, edgeEnv());
  const parts = [`${names.bypass}=${token}`, `Path=${path}`, `Max-Age=${bypassSeconds}`];
  const flags = ['HttpOnly', `SameSite=${sameSite}`, ...(secure ? ['Secure'] : [])];
  return sendTo(basePath || '/', { 'set-cookie': [...parts, ...flags].join('; ') });
}

function sendTo(location: string, more: Record<string, string> = {}): Response {
  // The key stands in the address.
  const headers = { location, 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' };
  return new Response(null, { status: 303, headers: { ...headers, ...more } });
}
