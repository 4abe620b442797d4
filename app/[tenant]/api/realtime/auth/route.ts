import { tenantRoute } from '@/lib/api/tenant-route';
import { answerAuth } from '@/lib/realtime/answer-auth';
import { readBody } from '@/lib/realtime/read-body';

/** Signs subscriptions of one connection. */
export const POST = tenantRoute(
  async (ctx, { request }) => answerAuth(ctx, await readBody(request)),
  { permission: 'account.use' },
);
