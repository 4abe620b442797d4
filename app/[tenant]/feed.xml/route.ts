import { tenantRoute } from '@/lib/api/tenant-route';
import { textResponse } from '@/lib/api/text-response';
import { readFeed } from '@/lib/site/read-feed';

export const GET = tenantRoute(async (ctx, { request }) =>
  textResponse(request, await readFeed(ctx), 'application/rss+xml; charset=utf-8'),
);
