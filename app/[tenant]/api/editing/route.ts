import { answerWriting } from '@/lib/admin/publishing/answer-writing';
import { writingInput } from '@/lib/admin/publishing/writers';
import { readJsonBody } from '@/lib/api/read-json-body';
import { tenantRoute } from '@/lib/api/tenant-route';

/** Who writes at a post, asked by each page that shows it in the editor. */
export const POST = tenantRoute(
  async (ctx, { request }) => {
    const question = await readJsonBody(request, { input: writingInput, mostBytes: 1_000 });
    return Response.json(await answerWriting(ctx, question), {
      headers: { 'cache-control': 'private, no-store' },
    });
  },
  { permission: 'posts.write' },
);
