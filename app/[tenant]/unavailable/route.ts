import { openByLink } from '@/lib/api/open-by-link';
import { tenantRoute } from '@/lib/api/tenant-route';
import type { TenantInfo } from '@/lib/tenancy/tenant';
import { maintenancePage } from '@/lib/ui/maintenance-page';
import { unavailablePage } from '@/lib/ui/unavailable-page';

/** Where a closed tenant's pages send people: a page cannot answer 503, a route can. */
export const GET = tenantRoute(
  async ({ tenant }) =>
    new Response(null, { status: 307, headers: { location: tenant.basePath || '/' } }),
  {
    permission: 'public',
    closed: async (ctx, { request, requestId }) =>
      (await openByLink(ctx, request)) ?? closedAnswer(ctx.tenant, requestId),
  },
);

function closedAnswer(tenant: TenantInfo, requestId: string): Response {
  const { name: tenantName, settings, suspendedAt, primaryHost: host, maintenance } = tenant;
  const { brandColor, timeZone } = settings;
  const page = { tenantName, host, brandColor, timeZone, requestId, home: tenant.basePath || '/' };
  const html = maintenance
    ? maintenancePage({ ...page, ...maintenance })
    : unavailablePage({ ...page, suspendedAt });
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'retry-after': String(secondsUntil(maintenance?.until)),
  };
  return new Response(html, { status: 503, headers });
}

/** An hour where nobody has said, and never less than a minute. */
function secondsUntil(time: string | null | undefined): number {
  if (!time) return 3600;
  return Math.max(60, Math.round((Date.parse(time) - Date.now()) / 1000));
}
