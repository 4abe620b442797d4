import { platformRoute } from '@/lib/api/platform-route';
import { originOf, rootHosts } from '@/lib/tenancy/tenant-address';

/**
 * `www.` of a root domain. Middleware cannot answer this itself: a redirect from there to the host
 * that Next believes to be its own comes out relative, and would run in a circle.
 */
export const GET = platformRoute(async ({ request }) => {
  const asked = (request.headers.get('x-forwarded-host') ?? '').replace(/:\d+$/, '').toLowerCase();
  const roots = rootHosts().map((host) => host.replace(/:\d+$/, ''));
  const root = roots.find((name) => asked === `www.${name}`) ?? roots[0] ?? 'localhost';
  const { pathname, search } = request.nextUrl;
  return new Response(null, {
    status: 308,
    headers: { location: originOf(root) + pathname + search },
  });
});
