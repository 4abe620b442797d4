import { tenantRoute } from '@/lib/api/tenant-route';
import { clientConfig } from '@/lib/realtime/client-config';
import { realtimeAnswer } from '@/lib/realtime/realtime-answer';

/** Where a page connects. */
export const GET = tenantRoute(async (ctx) => realtimeAnswer(clientConfig(ctx)), {
  permission: 'account.use',
});
