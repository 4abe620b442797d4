import { platformRoute } from '@/lib/api/platform-route';
import { textResponse } from '@/lib/api/text-response';
import { platformDocument } from '@/lib/rest/document/platform-document';

/** What the platform's API can be asked, for programs. */
export const GET = platformRoute(
  async ({ request }) => textResponse(request, platformDocument(), 'application/json'),
  { permission: 'public' },
);
