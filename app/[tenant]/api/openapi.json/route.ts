import { tenantRoute } from '@/lib/api/tenant-route';
import { textResponse } from '@/lib/api/text-response';
import { tenantDocument } from '@/lib/rest/document/tenant-document';

/** What the tenant's API can be asked, for programs. */
export const GET = tenantRoute(
  async (ctx, { request }) => textResponse(request, await tenantDocument(ctx), 'application/json'),
  { permission: 'public' },
);
