import { platformRoute } from '@/lib/api/platform-route';
import { rootAddress } from '@/lib/api/root-address';

/**
 * `www.` of a root domain. Middleware cannot answer this itself: a redirect from there to the host
 * that Next believes to be its own comes out relative, and would run in a circle.
 */
export const GET = platformRoute(
  async ({ request }) =>
    new Response(null, { status: 308, headers: { location: rootAddress(request) } }),
  { permission: 'public' },
);
