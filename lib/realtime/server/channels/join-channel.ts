import type { Connection } from '../connections/connection';
import { ownFrame } from '../protocol/frames';
import type { SubscribeRequest } from '../protocol/subscribe';
import { SubscriptionRefused } from '../protocol/subscription-refused';
import type { Realtime } from '../realtime';
import { Channel } from './channel';
import type { ChannelKind } from './channel-kind';
import type { Member, PresenceList } from './members';

/** What somebody is told who came in. */
export interface Joined {
  name: string;
  presence?: PresenceList;
}

/**
 * Puts a socket into a channel, for the first subscriber a new one. The newcomer counts before
 * anybody is told, and is not told of itself.
 *
 * @throws SubscriptionRefused
 */
export function joinChannel(
  realtime: Realtime,
  connection: Connection,
  kind: ChannelKind,
  asked: SubscribeRequest,
): Joined {
  const name = asked.channel;
  kind.admit({ realtime, connection, asked });
  const member = kind.memberOf?.({ realtime, connection, asked });
  const channel = realtime.channels.get(name) ?? new Channel(name, kind);
  if (!connection.channels.has(name)) {
    checkRoom(realtime, connection, channel, member);
    enter(realtime, connection, channel);
    if (member) addMember(realtime, connection, channel, member);
  }
  return { name, presence: channel.members?.list() };
}

function checkRoom(
  { limits }: Realtime,
  connection: Connection,
  { members }: Channel,
  member: Member | undefined,
): void {
  if (connection.channels.size >= limits.channelsPerConnection) {
    throw new SubscriptionRefused('Too many channels on one connection', 429);
  }
  if (members && member && !members.has(member.id) && members.size >= limits.presenceMembers) {
    throw new SubscriptionRefused('The channel has as many members as it can have', 429);
  }
}

function enter(realtime: Realtime, connection: Connection, channel: Channel): void {
  const isFirst = channel.connections.size === 0;
  realtime.channels.set(channel.name, channel);
  channel.connections.add(connection);
  connection.channels.set(channel.name, channel);
  if (isFirst && channel.kind.isListed) realtime.webhooks.channelOccupied(channel.name);
  realtime.subscriptionCounts?.changed(channel);
}

function addMember(
  realtime: Realtime,
  connection: Connection,
  channel: Channel,
  { id, info }: Member,
): void {
  if (!channel.members?.add(connection, { id, info })) return;
  const data = { user_id: id, user_info: info };
  channel.send(ownFrame('pusher_internal:member_added', data, channel.name), connection);
  realtime.webhooks.memberAdded(channel.name, id);
}
