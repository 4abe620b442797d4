import { answerWriting } from '@/lib/admin/publishing/answer-writing';
import { tenantRoute } from '@/lib/api/tenant-route';
import { readBody } from '@/lib/realtime/read-body';

/** Who writes at a post, asked by each page that shows it in the editor. */
export const POST = tenantRoute(
  async (ctx, { request }) =>
    Response.json(await answerWriting(ctx, await readBody(request)), {
      headers: { 'cache-control': 'private, no-store' },
    }),
  { permission: 'posts.write' },
);
