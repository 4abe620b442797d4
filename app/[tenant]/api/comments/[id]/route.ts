import { tenantRoute } from '@/lib/api/tenant-route';
import { removeOwnComment } from '@/lib/comments/remove-own-comment';

type Params = { tenant: string; id: string };

/** Takes one's own comment away. */
export const DELETE = tenantRoute<Params>(
  async (ctx, { params }) => {
    await removeOwnComment(ctx, params.id);
    return new Response(null, { status: 204 });
  },
  { permission: 'account.use' },
);
