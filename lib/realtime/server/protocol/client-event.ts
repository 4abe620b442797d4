import type { Channel } from '../channels/channel';
import type { Connection } from '../connections/connection';
import type { Realtime } from '../realtime';
import { errorCodes } from './codes';
import { errorFrame, frame } from './frames';
import { longestEventName } from './names';
import type { ClientFrame } from './read-frame';

/**
 * Passes an event of a client on to the others of the channel. Who sent it is known on presence
 * channels only, by the membership and never by what the client says.
 */
export function clientEvent(
  realtime: Realtime,
  connection: Connection,
  { event, channel: name, data }: ClientFrame,
): void {
  if (!connection.clientEvents.take()) {
    realtime.counters.refuse('clientEventRate');
    connection.send(errorFrame(errorCodes.clientEventRate, 'Too many client events'));
    return;
  }
  const channel = connection.channels.get(name ?? '');
  const fault = faultOf(realtime, channel, event, data);
  if (channel && fault === null) {
    relay(realtime, connection, channel, { event, data });
  } else {
    realtime.counters.refuse('clientEvent');
    connection.send(errorFrame(errorCodes.clientEventRefused, fault ?? ''));
  }
}

function relay(
  realtime: Realtime,
  connection: Connection,
  channel: Channel,
  { event, data }: ClientFrame,
): void {
  const user_id = channel.members?.idOf(connection);
  channel.send(frame({ event, channel: channel.name, data, user_id }), connection);
  realtime.webhooks.emit({
    name: 'client_event',
    channel: channel.name,
    event,
    data: textOf(data),
    socket_id: connection.socketId,
    user_id,
  });
}

function faultOf(
  { limits }: Realtime,
  channel: Channel | undefined,
  event: string,
  data: unknown,
): string | null {
  if (!channel) return 'Only subscribers can send client events';
  if (!channel.kind.takesClientEvents) return 'This channel takes no client events';
  if (event.length > longestEventName) return 'The name of the event is too long';
  const isLong = Buffer.byteLength(textOf(data)) > limits.eventBytes;
  return isLong ? 'The data of the event is too long' : null;
}

function textOf(data: unknown): string {
  return typeof data === 'string' ? data : JSON.stringify(data ?? null);
}
