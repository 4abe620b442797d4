import { anyHostRoute } from '@/lib/api/any-host-route';
import { tenantFacts } from '@/lib/api/tenant-facts';

/**
 * Whose host this is, for programs and for whoever sets up a resolver: `curl HOST/api/tenant`.
 * `?org=acme` asks for another one by name.
 */
export const GET = anyHostRoute(
  async ({ ctx }) => Response.json(tenantFacts(ctx), { headers: { 'cache-control': 'no-store' } }),
  {
    permission: 'public',
    resolve: ({ nextUrl }) => nextUrl.searchParams.get('org') ?? undefined,
  },
);
