import { tenantRoute } from '@/lib/api/tenant-route';
import { textResponse } from '@/lib/api/text-response';
import { AppError } from '@/lib/errors';
import { readJsonFeed } from '@/lib/site/read-json-feed';

export const GET = tenantRoute(
  async (ctx, { request }) => {
    const feed = await readJsonFeed(ctx);
    if (feed === null) throw new AppError('not_found', 'This site has no feed.');
    return textResponse(request, feed, 'application/feed+json; charset=utf-8');
  },
  { permission: 'public' },
);
