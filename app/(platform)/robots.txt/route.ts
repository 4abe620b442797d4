import { platformRoute } from '@/lib/api/platform-route';
import { textResponse } from '@/lib/api/text-response';

export const GET = platformRoute(
  async ({ request }) =>
    textResponse(
      request,
      'User-agent: *\nAllow: /\nDisallow: /api/\n',
      'text/plain; charset=utf-8',
    ),
  { permission: 'public' },
);
