import { tenantRoute } from '@/lib/api/tenant-route';
import { docsAnswer } from '@/lib/rest/docs/docs-answer';

/** The page on which people try the tenant's API. */
export const GET = tenantRoute(
  (ctx, { request }) => docsAnswer(request, `${ctx.tenant.name} API`),
  { permission: 'public' },
);
