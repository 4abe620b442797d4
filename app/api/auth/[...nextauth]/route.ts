import { platformRoute } from '@/lib/api/platform-route';
import { finishWithProvider } from '@/lib/api/with-provider/finish-with-provider';
import { answerNextAuth } from '@/lib/auth/answer-next-auth';

/** Next-auth's endpoints on the root host, and where providers send people back to. */
const answer = platformRoute(
  async ({ request, requestId }, { params }) => {
    const { nextauth = [] } = await params;
    const [endpoint, provider, ...more] = [nextauth].flat();
    const isReturn = request.method === 'GET' && endpoint === 'callback' && more.length === 0;
    if (isReturn) return finishWithProvider(provider, request.nextUrl.searchParams, requestId);
    return answerNextAuth(request, [nextauth].flat(), { realm: null, requestId });
  },
  { permission: 'public' },
);

export { answer as GET, answer as POST };
