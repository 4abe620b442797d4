import { authorizeHandOver } from '@/lib/api/hand-over/authorize-hand-over';
import { platformRoute } from '@/lib/api/platform-route';

/** A tenant's host asks who this browser is. */
export const GET = platformRoute(({ request }) => authorizeHandOver(request.nextUrl.searchParams), {
  permission: 'public',
});
