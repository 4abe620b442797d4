import type { Connection } from '../connections/connection';
import { ownFrame } from '../protocol/frames';
import type { Realtime } from '../realtime';
import type { Channel } from './channel';

/** Takes a socket out of a channel it is in. The last one takes the channel with it. */
export function leaveChannel(realtime: Realtime, connection: Connection, channel: Channel): void {
  const { name, kind, connections } = channel;
  connections.delete(connection);
  connection.channels.delete(name);
  const gone = channel.members?.remove(connection) ?? null;
  if (gone !== null) {
    channel.send(ownFrame('pusher_internal:member_removed', { user_id: gone }, name));
    realtime.webhooks.memberRemoved(name, gone);
  }
  if (connections.size > 0) {
    realtime.subscriptionCounts?.changed(channel);
  } else {
    realtime.channels.delete(name);
    if (kind.isListed) realtime.webhooks.channelVacated(name);
  }
}
