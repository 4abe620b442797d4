import { csvResponse } from '@/app/_screens/csv-response';
import { rolesResource } from '@/lib/admin/resources/roles';
import { tenantRoute } from '@/lib/api/tenant-route';

/** The list of roles as CSV. Beside /admin/roles/[id], which would take the address for an id. */
export const GET = tenantRoute(
  async (ctx, { request }) => csvResponse(ctx, rolesResource, request.nextUrl.searchParams),
  { permission: 'roles.read' },
);
