import { platformRoute } from '@/lib/api/platform-route';
import { docsAnswer } from '@/lib/rest/docs/docs-answer';

/** The page on which people try the platform's API. */
export const GET = platformRoute(({ request }) => docsAnswer(request, 'Platform API'), {
  permission: 'public',
});
