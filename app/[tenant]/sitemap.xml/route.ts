import { tenantRoute } from '@/lib/api/tenant-route';
import { textResponse } from '@/lib/api/text-response';
import { readSitemap } from '@/lib/site/read-sitemap';

export const GET = tenantRoute(
  async (ctx, { request }) =>
    textResponse(request, await readSitemap(ctx), 'application/xml; charset=utf-8'),
  { permission: 'public' },
);
