import type { NextRequest } from 'next/server';
import { cookieNames, cookieOptions } from '../auth/session-cookie';
import { edgeEnv } from '../env-edge';
import { bypassSeconds, signBypass } from '../tenancy/maintenance/bypass-token';
import { opensMaintenance } from '../tenancy/maintenance/opens-maintenance';
import type { TenantContext } from '../tenancy/tenant';

/**
 * Lets somebody in who came by the link of a maintenance: a cookie for this host, good for half a
 * day and for this maintenance alone.
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
  const names = cookieNames(request.headers, ctx.tenant.id);
  const { path, sameSite, secure } = cookieOptions(names);
  const token = await signBypass(id, edgeEnv());
  const parts = [`${names.bypass}=${token}`, `Path=${path}`, `Max-Age=${bypassSeconds}`];
  const flags = ['HttpOnly', `SameSite=${sameSite}`, ...(secure ? ['Secure'] : [])];
  const headers = {
    location: ctx.tenant.basePath || '/',
    'set-cookie': [...parts, ...flags].join('; '),
    'cache-control': 'no-store',
    // The key stands in the address.
    'referrer-policy': 'no-referrer',
  };
  return new Response(null, { status: 303, headers });
}
