import { csvResponse } from '@/app/_screens/csv-response';
import { platformRoute } from '@/lib/api/platform-route';
import { publicGroupsResource } from '@/lib/console/resources/public-groups';

/** The list of groups as CSV. Beside /admin/public-groups/[id], which would take the address for an id. */
export const GET = platformRoute(
  async ({ ctx, request }) => csvResponse(ctx, publicGroupsResource, request.nextUrl.searchParams),
  { permission: 'platform.public-groups.read' },
);
