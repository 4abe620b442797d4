import { csvResponse } from '@/app/_screens/csv-response';
import { membersResource } from '@/lib/admin/resources/members';
import { tenantRoute } from '@/lib/api/tenant-route';

/** The list of members as CSV. Beside /admin/members/[id], which would take the address for an id. */
export const GET = tenantRoute(
  async (ctx, { request }) => csvResponse(ctx, membersResource, request.nextUrl.searchParams),
  { permission: 'members.read' },
);
