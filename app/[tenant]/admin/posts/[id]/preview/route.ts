import { makePreviewToken } from '@/lib/admin/publishing/preview-token';
import { findResource } from '@/lib/admin/registry';
import { tenantRoute } from '@/lib/api/tenant-route';
import { AppError } from '@/lib/errors';
import { findRecord } from '@/lib/resources/find-record';
import type { Resource } from '@/lib/resources/resource';

type Params = { tenant: string; id: string };

/** Leads to a post's preview, at an address made now. */
export const GET = tenantRoute<Params>(
  async (ctx, { params: { id } }) => {
    const post = await findRecord(ctx, findResource('posts') as Resource, id);
    if (!post) throw new AppError('not_found', 'This post is gone, or in the trash.');
    const token = makePreviewToken(ctx.tenant.id, post.id);
    return new Response(null, {
      status: 303,
      headers: {
        location: `${ctx.tenant.basePath}/preview/${token}`,
        'cache-control': 'private, no-store',
      },
    });
  },
  { permission: 'posts.write' },
);
