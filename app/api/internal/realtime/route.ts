import { platformRoute } from '@/lib/api/platform-route';
import { AppError } from '@/lib/errors';
import { consumers } from '@/lib/realtime/consumer/consumers';
import { endConnection } from '@/lib/realtime/consumer/end-connection';
import { readWebhook } from '@/lib/realtime/read-webhook';

/** What the realtime server tells: connections that have gone. Signed with the server's own secret. */
export const POST = platformRoute(
  async ({ request }) => {
    const gone = await readWebhook(request);
    if (!gone) throw new AppError('not_found', 'There is no such endpoint.');
    for (const socketId of gone) await endConnection(socketId, consumers);
    return new Response(null, { status: 204 });
  },
  { permission: 'public' },
);
