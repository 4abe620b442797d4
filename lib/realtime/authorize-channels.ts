import type { MemberContext } from '../auth/viewer';
import { AppError } from '../errors';
import {
  type Channel,
  type ChannelKind,
  channelName,
  parseChannelName,
  socketIdShape,
} from './channel-name';
import { channelsFor } from './channels-for';
import { pusherClient } from './pusher-client';
import { adminRoom, mayEnterRoom } from './room-rights';

/** What a client sends on to subscribe. */
export interface ChannelToken {
  auth: string;
  /** Who it is, for channels that show who is there. */
  channel_data?: string;
}

const mostChannels = 100;
const unlisted: ChannelKind[] = ['presence', 'conn'];

/**
 * Signs the subscription of one connection to some channels, for the tenant of the host and the
 * person of the session. The membership is read anew each time: a name alone opens nothing (C14).
 *
 * @param socketId - of the connection. What is signed is good for it alone.
 * @returns by name; null for a channel that is not theirs, unknown names too.
 * @throws AppError bad_input for what is no connection or too many names; unavailable without a server.
 */
export async function authorizeChannels(
  ctx: MemberContext,
  socketId: string,
  names: string[],
): Promise<Record<string, ChannelToken | null>> {
  if (!socketIdShape.test(socketId)) throw new AppError('bad_input', 'socket_id is not one.');
  if (names.length > mostChannels) {
    throw new AppError('bad_input', `At most ${mostChannels} channels at a time.`);
  }
  const pusher = pusherClient();
  if (!pusher) throw new AppError('unavailable', 'There is no realtime server here.');
  const asked = names.map((name) => ({ name, channel: parseChannelName(name) }));
  // Rooms and connections stand in no list: for them alone nothing is looked up.
  const isListed = asked.some(({ channel }) => channel && !unlisted.includes(channel.kind));
  const listed = new Set(isListed ? (await channelsFor(ctx)).map(channelName) : []);
  const tokens = asked.map(({ name, channel }): [string, ChannelToken | null] => {
    if (!channel || !isTheirs(ctx, channel, { name, socketId, listed })) return [name, null];
    if (channel.kind !== 'presence') return [name, pusher.authorizeChannel(socketId, name)];
    const { userId, name: called } = ctx.viewer;
    const data = { user_id: userId, user_info: { name: called.slice(0, 100) } };
    return [name, pusher.authorizeChannel(socketId, name, data)];
  });
  return Object.fromEntries(tokens);
}

interface Asked {
  name: string;
  socketId: string;
  listed: Set<string>;
}

function isTheirs(
  ctx: MemberContext,
  channel: Channel,
  { name, socketId, listed }: Asked,
): boolean {
  if (channel.kind === 'conn') return !ctx.support && channel.socketId === socketId;
  if (channel.kind !== 'presence') return listed.has(name);
  // What a long name hides may be of the admin.
  const room = channel.longName ? adminRoom : channel.room;
  return channel.tenantId === ctx.tenant.id && mayEnterRoom(ctx, room);
}
