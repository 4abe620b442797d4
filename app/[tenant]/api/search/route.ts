import { toFound } from '@/app/_search/to-found';
import { visitorRoute } from '@/lib/api/visitor-route';
import { hasPermission } from '@/lib/auth/permissions';
import { mostFound, readSearch } from '@/lib/site/read-search';

/** What pages show while somebody types: as the API's search, with dates and topics. */
export const GET = visitorRoute(
  async (ctx, { request }) => {
    const query = request.nextUrl.searchParams;
    const found = await readSearch(ctx, query.get('q') ?? '', {
      limit: limitOf(query.get('limit')),
      drafts: hasPermission(ctx.viewer?.membership ?? null, 'posts.read'),
    });
    return Response.json(toFound(found, ctx.tenant), {
      headers: { 'cache-control': 'private, no-store' },
    });
  },
  { permission: 'public' },
);

function limitOf(given: string | null): number {
  const limit = Number(given ?? mostFound);
  return Number.isInteger(limit) && limit >= 1 ? Math.min(limit, mostFound) : mostFound;
}
