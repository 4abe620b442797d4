import { tenantRoute } from '@/lib/api/tenant-route';
import { answerNextAuth } from '@/lib/auth/answer-next-auth';

/** Next-auth's endpoints on a tenant's hosts. Key and sessions are the tenant's own. */
const answer = tenantRoute<{ tenant: string; nextauth: string[] }>(
  async ({ tenant }, { request, params, requestId }) =>
    answerNextAuth(request, params.nextauth, {
      realm: tenant.id,
      basePath: tenant.basePath,
      requestId,
    }),
  { permission: 'public' },
);

export { answer as GET, answer as POST };
