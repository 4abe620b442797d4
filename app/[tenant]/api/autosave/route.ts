import { autosavePost } from '@/lib/admin/publishing/autosave-post';
import { readWritings } from '@/lib/admin/publishing/read-writings';
import { tenantRoute } from '@/lib/api/tenant-route';

/** What somebody has written so far, sent by the editor in each pause. */
export const POST = tenantRoute(
  async (ctx, { request }) =>
    Response.json(await autosavePost(ctx, await readWritings(ctx, request)), {
      headers: { 'cache-control': 'private, no-store' },
    }),
  { permission: 'posts.write' },
);
