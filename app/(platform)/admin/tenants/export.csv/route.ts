import { csvResponse } from '@/app/_screens/csv-response';
import { platformRoute } from '@/lib/api/platform-route';
import { tenantsResource } from '@/lib/console/resources/tenants';

/** The list of tenants as CSV. Beside /admin/tenants/[id], which would take the address for an id. */
export const GET = platformRoute(
  async ({ ctx, request }) => csvResponse(ctx, tenantsResource, request.nextUrl.searchParams),
  { permission: 'platform.tenants.read' },
);
