import { z } from 'zod';
import { memberContext } from '@/lib/api/member-context';
import { tenantRoute } from '@/lib/api/tenant-route';
import { AppError } from '@/lib/errors';
import { authorizeOwnChannels } from '@/lib/realtime/authorize-own-channels';
import { readBody } from '@/lib/realtime/read-body';
import { realtimeAnswer } from '@/lib/realtime/realtime-answer';
import { redeemConnectionTicket } from '@/lib/realtime/ticket';

const asked = z.object({ ticket: z.string().max(100), socket_id: z.string().max(50) });

/** Gives a program's connection its subscriptions, for a ticket. */
export const POST = tenantRoute(
  async (ctx, { request, requestId }) => {
    const parsed = asked.safeParse(await readBody(request));
    if (!parsed.success) throw new AppError('bad_input', 'Expected ticket and socket_id.');
    const { ticket, socket_id: socketId } = parsed.data;
    const member = memberContext(ctx, await redeemConnectionTicket(ctx, ticket), requestId);
    return realtimeAnswer({ channels: await authorizeOwnChannels(member, socketId) });
  },
  { permission: 'public' },
);
