import { z } from 'zod';
import { readJsonBody } from '@/lib/api/read-json-body';
import { tenantRoute } from '@/lib/api/tenant-route';
import { visitorRoute } from '@/lib/api/visitor-route';
import { listOwnComments } from '@/lib/comments/list-own-comments';
import { listPublicComments } from '@/lib/comments/list-public-comments';
import { writeComment } from '@/lib/comments/write-comment';
import { AppError } from '@/lib/errors';

const headers = { 'cache-control': 'private, no-store' };

/** What a page of a post asks for: more of its comments, or one's own, held ones too. */
export const GET = visitorRoute(
  async (ctx, { request }) => {
    const query = request.nextUrl.searchParams;
    const post = query.get('post') ?? '';
    if (!query.has('own')) {
      return Response.json(await listPublicComments(ctx, post, query.get('after')), { headers });
    }
    if (!ctx.viewer) throw new AppError('not_signed_in', 'Sign in first.');
    return Response.json(await listOwnComments(ctx, ctx.viewer, post), { headers });
  },
  { permission: 'public' },
);

const input = z.strictObject({
  postId: z.string().max(100),
  parentId: z.guid().nullable(),
  body: z.string(),
  once: z.guid(),
});

/** Writes one. */
export const POST = tenantRoute(
  async (ctx, { request }) => {
    const comment = await readJsonBody(request, { input, mostBytes: 200_000 });
    return Response.json(await writeComment(ctx, comment), { headers, status: 201 });
  },
  { permission: 'account.use' },
);
