import { csvResponse } from '@/app/_screens/csv-response';
import { postsResource } from '@/lib/admin/resources/posts';
import { tenantRoute } from '@/lib/api/tenant-route';

/** The list of posts as CSV. Beside /admin/posts/[id], which would take the address for an id. */
export const GET = tenantRoute(
  async (ctx, { request }) => csvResponse(ctx, postsResource, request.nextUrl.searchParams),
  { permission: 'posts.read' },
);
