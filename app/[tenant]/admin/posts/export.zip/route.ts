import { exportPosts } from '@/lib/admin/porting/export-posts';
import { packArchive } from '@/lib/admin/porting/pack-archive';
import { postsResource } from '@/lib/admin/resources/posts';
import { tenantRoute } from '@/lib/api/tenant-route';
import { readListQuery } from '@/lib/resources/list-query';

/** The posts that a list shows, as a zip archive of Markdown files with front matter. */
export const GET = tenantRoute(
  async (ctx, { request }) => {
    const query = readListQuery(postsResource, request.nextUrl.searchParams);
    const archive = await packArchive(exportPosts(ctx, { ...query, trash: false }));
    return new Response(archive, {
      headers: {
        'content-type': 'application/zip',
        'content-disposition': `attachment; filename="posts-of-${ctx.tenant.slug}.zip"`,
        'cache-control': 'private, no-store',
      },
    });
  },
  { permission: 'posts.read' },
);
