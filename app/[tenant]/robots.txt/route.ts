import { tenantRoute } from '@/lib/api/tenant-route';
import { textResponse } from '@/lib/api/text-response';

export const GET = tenantRoute(
  async (ctx, { request }) => {
    const lines = [
      'User-agent: *',
      'Allow: /',
      'Disallow: /api/',
      `Sitemap: ${ctx.tenant.homeUrl}/sitemap.xml`,
      '',
    ];
    return textResponse(request, lines.join('\n'), 'text/plain; charset=utf-8');
  },
  { permission: 'public' },
);
