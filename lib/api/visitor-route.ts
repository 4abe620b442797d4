import { readViewer } from '../auth/read-session';
import type { VisitorContext } from '../auth/viewer';
import { countRequest } from './count-request';
import { type RouteOptions, type TenantHandler, tenantRoute } from './tenant-route';

/**
 * The door of a tenant's routes that are for anybody and give more to who is signed in. It counts
 * whoever asks, since each answer is worked out for them. Reading only: nothing here asks whether a
 * page of this host has sent the request.
 */
export function visitorRoute(
  handler: TenantHandler<{ tenant: string }, VisitorContext>,
  options: RouteOptions<'public'>,
): ReturnType<typeof tenantRoute> {
  return tenantRoute(async (ctx, input) => {
    const viewer = await readViewer(ctx.tenant.id);
    await countRequest(input.request.headers, ctx.tenant.id, viewer);
    return handler({ ...ctx, viewer, requestId: input.requestId }, input);
  }, options);
}
