import { frame } from '../protocol/frames';
import type { Realtime } from '../realtime';
import { channelKindOf } from './channel-kind-of';

/** An event the application sends. */
export interface PublishedEvent {
  channel: string;
  name: string;
  data: string;
  /** The socket whose user caused it and knows already. */
  socket_id?: string | null;
}

/** Sends an event to the subscribers of its channel; cache channels keep it for those to come. */
export function publish(realtime: Realtime, { channel, name, data, socket_id }: PublishedEvent) {
  const bytes = frame({ event: name, channel, data });
  if (channelKindOf(channel)?.remembersLast) realtime.lastEvents.keep(channel, bytes);
  const except = socket_id ? realtime.connections.get(socket_id) : undefined;
  realtime.channels.get(channel)?.send(bytes, except);
}
