import { platformRoute } from '@/lib/api/platform-route';
import { answerNextAuth } from '@/lib/auth/answer-next-auth';

/** Next-auth's endpoints on the root host. */
const answer = platformRoute(
  async ({ request, requestId }, { params }) => {
    const { nextauth = [] } = await params;
    return answerNextAuth(request, [nextauth].flat(), { realm: null, requestId });
  },
  { permission: 'public' },
);

export { answer as GET, answer as POST };
