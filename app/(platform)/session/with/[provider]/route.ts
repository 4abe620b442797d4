import { platformRoute } from '@/lib/api/platform-route';
import { startWithProvider } from '@/lib/api/with-provider/start-with-provider';

/** The way to a provider whose accounts people sign in with. */
export const GET = platformRoute(
  async ({ request }, { params }) => {
    const { provider } = await params;
    return startWithProvider(provider, request.nextUrl.searchParams, request.headers);
  },
  { permission: 'public' },
);
