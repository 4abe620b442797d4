import { z } from 'zod';
import type { MemberContext } from '../auth/viewer';
import { AppError } from '../errors';
import { socketIdShape } from './channel-name';
import { pusherClient } from './pusher-client';
import { realtimeAnswer } from './realtime-answer';

const asked = z.object({ socket_id: z.string().regex(socketIdShape) });

/**
 * Signs a connection in as its person, so that all of theirs can be closed (S0.11). Who acts for
 * somebody else has none.
 *
 * @throws AppError bad_input, forbidden, unavailable.
 */
export function answerUserAuth({ viewer, support }: MemberContext, body: unknown): Response {
  const parsed = asked.safeParse(body);
  if (!parsed.success) throw new AppError('bad_input', 'Expected socket_id, as in 123.456.');
  if (support) throw new AppError('forbidden', 'Support has no connections.');
  const pusher = pusherClient();
  if (!pusher) throw new AppError('unavailable', 'There is no realtime server here.');
  const user = { id: viewer.userId, user_info: { name: viewer.name.slice(0, 100) } };
  return realtimeAnswer(pusher.authenticateUser(parsed.data.socket_id, user));
}
