import { z } from 'zod';
import type { Connection } from '../connections/connection';
import type { Realtime } from '../realtime';
import type { SignedInUser } from '../users/users';
import { errorCodes } from './codes';
import { errorFrame, ownFrame } from './frames';
import { isUserId } from './names';
import { parseJson } from './parse-json';
import type { ClientFrame } from './read-frame';
import { isAuthorised } from './signature';

const request = z.object({ auth: z.string(), user_data: z.string() });
const user = z.object({
  id: z.string().refine(isUserId),
  user_info: z.unknown().optional(),
  watchlist: z.array(z.string()).nullish(),
});

/**
 * Makes the socket a user's, whom the application vouches for. Whoever is not vouched for, or was
 * somebody else before, is closed for good.
 */
export function signIn(realtime: Realtime, connection: Connection, { data }: ClientFrame): void {
  const asked = request.safeParse(data).data;
  const given = asked && readUser(realtime, connection, asked);
  if (!given || (connection.user && connection.user.id !== given.id)) {
    connection.end('signInFailed');
    return;
  }
  connection.send(ownFrame('pusher:signin_success', { user_data: asked.user_data }));
  if (connection.user) return;
  const tooMany = given.watchlist.length > realtime.limits.watchlistUsers;
  if (tooMany) {
    realtime.counters.refuse('badWatchlist');
    connection.send(errorFrame(errorCodes.badWatchlist, 'The watchlist is too long'));
  }
  connection.user = tooMany ? { ...given, watchlist: [] } : given;
  realtime.users.add(connection, connection.user);
}

function readUser(
  { app, limits }: Realtime,
  { socketId }: Connection,
  { auth, user_data }: z.infer<typeof request>,
): SignedInUser | null {
  if (!isAuthorised(app, auth, `${socketId}::user::${user_data}`)) return null;
  const read = user.safeParse(parseJson(user_data)).data;
  if (!read) return null;
  const { id, user_info: info = null, watchlist } = read;
  if (Buffer.byteLength(JSON.stringify(info)) > limits.userInfoBytes) return null;
  return { id, info, watchlist: [...new Set(watchlist)] };
}
