import { platformRoute } from '@/lib/api/platform-route';
import { docsFileAnswer } from '@/lib/rest/docs/docs-file-answer';

/** The files of the page that shows the platform's API. */
export const GET = platformRoute(
  async ({ request }, { params }) => docsFileAnswer(request, String((await params).file)),
  { permission: 'public' },
);
