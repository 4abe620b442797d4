import { platformRoute } from '@/lib/api/platform-route';
import { isServedHost } from '@/lib/domains/is-served-host';

/** Answers who ends TLS: 200 for a host that this installation serves, 404 for any other. No body tells more. */
export const GET = platformRoute(
  async ({ request }) => {
    const names = request.nextUrl.searchParams.getAll('domain');
    const name = names.length === 1 ? (names[0] ?? '').toLowerCase() : '';
    const status = (await isServedHost(name)) ? 200 : 404;
    return new Response(null, { status, headers: { 'cache-control': 'no-store' } });
  },
  { permission: 'public' },
);
