import { tenantRoute } from '@/lib/api/tenant-route';
import { consumers } from '@/lib/realtime/consumer/consumers';
import { dropSignedOut } from '@/lib/realtime/consumer/drop-signed-out';
import { receive } from '@/lib/realtime/consumer/receive';
import { readBody } from '@/lib/realtime/read-body';
import { realtimeAnswer } from '@/lib/realtime/realtime-answer';

/** A message of a page, and what is answered to it. */
export const POST = tenantRoute(
  async (ctx, { request }) => {
    const body = await readBody(request);
    return realtimeAnswer({ messages: await receive(ctx, body, consumers) });
  },
  {
    permission: 'account.use',
    signedOut: async (ctx, request) => {
      const body = await readBody(request).catch(() => null);
      await dropSignedOut(ctx, body, consumers).catch(() => {});
    },
  },
);
