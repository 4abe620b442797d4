import { startHandOver } from '@/lib/api/hand-over/start-hand-over';
import { tenantRoute } from '@/lib/api/tenant-route';

/** The way to the root host, to ask who this browser is there. */
export const GET = tenantRoute(
  (ctx, { request }) => startHandOver(ctx, request.nextUrl.searchParams),
  { permission: 'public' },
);
