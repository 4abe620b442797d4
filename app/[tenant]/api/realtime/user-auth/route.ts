import { tenantRoute } from '@/lib/api/tenant-route';
import { answerUserAuth } from '@/lib/realtime/answer-user-auth';
import { readBody } from '@/lib/realtime/read-body';

/** Signs one connection in as its person. */
export const POST = tenantRoute(
  async (ctx, { request }) => answerUserAuth(ctx, await readBody(request)),
  { permission: 'account.use' },
);
