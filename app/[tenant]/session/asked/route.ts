import { noteAsked } from '@/lib/api/hand-over/note-asked';
import { tenantRoute } from '@/lib/api/tenant-route';

/** The way back from the root host for a browser that it does not know. */
export const GET = tenantRoute((ctx, { request }) => noteAsked(ctx, request.nextUrl.searchParams), {
  permission: 'public',
});
