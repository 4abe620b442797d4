import { tenantRoute } from '@/lib/api/tenant-route';
import { textResponse } from '@/lib/api/text-response';
import { AppError } from '@/lib/errors';
import { readFeed } from '@/lib/site/read-feed';

export const GET = tenantRoute(
  async (ctx, { request }) => {
    const feed = await readFeed(ctx);
    if (feed === null) throw new AppError('not_found', 'This site has no feed.');
    return textResponse(request, feed, 'application/rss+xml; charset=utf-8');
  },
  { permission: 'public' },
);
