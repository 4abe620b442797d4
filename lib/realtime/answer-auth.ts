import { z } from 'zod';
import type { MemberContext } from '../auth/viewer';
import { AppError } from '../errors';
import { authorizeChannels } from './authorize-channels';
import { realtimeAnswer } from './realtime-answer';

const asked = z.union([
  z.object({ socket_id: z.string().max(50), channels: z.array(z.string().max(300)).max(100) }),
  z.object({ socket_id: z.string().max(50), channel_name: z.string().max(300) }),
]);

/**
 * Answers a request for subscriptions: one channel as pusher-js sends it, or several at a time. One
 * channel that is not theirs is a bare 403; of several each has its own answer.
 *
 * @throws AppError bad_input, unavailable.
 */
export async function answerAuth(ctx: MemberContext, body: unknown): Promise<Response> {
  const parsed = asked.safeParse(body);
  if (!parsed.success) {
    throw new AppError('bad_input', 'Expected socket_id, and channel_name or channels.');
  }
  if ('channels' in parsed.data) {
    const { socket_id: socketId, channels } = parsed.data;
    return realtimeAnswer({ channels: await authorizeChannels(ctx, socketId, channels) });
  }
  const { socket_id: socketId, channel_name: name } = parsed.data;
  const token = (await authorizeChannels(ctx, socketId, [name]))[name];
  return token ? realtimeAnswer(token) : realtimeAnswer({ error: 'forbidden' }, 403);
}
