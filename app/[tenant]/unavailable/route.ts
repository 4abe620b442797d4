import { tenantRoute } from '@/lib/api/tenant-route';
import { unavailablePage } from '@/lib/ui/unavailable-page';

const headers = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'retry-after': '3600',
};

/** Where a suspended tenant's pages send people: a page cannot answer 503, a route can. */
export const GET = tenantRoute(
  async () => new Response(null, { status: 307, headers: { location: '/' } }),
  {
    permission: 'public',
    suspended: (tenant, { requestId }) => {
      const { name: tenantName, settings, suspendedAt, primaryHost: host } = tenant;
      const { brandColor, timeZone } = settings;
      const page = { tenantName, host, brandColor, suspendedAt, timeZone, requestId };
      return new Response(unavailablePage(page), { status: 503, headers });
    },
  },
);
