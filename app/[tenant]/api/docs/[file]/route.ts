import { tenantRoute } from '@/lib/api/tenant-route';
import { docsFileAnswer } from '@/lib/rest/docs/docs-file-answer';

/** The files of the page that shows the tenant's API. */
export const GET = tenantRoute<{ tenant: string; file: string }>(
  (_ctx, { request, params }) => docsFileAnswer(request, params.file),
  { permission: 'public' },
);
