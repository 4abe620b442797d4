import { z } from 'zod';
import { leaveChannel } from '../channels/leave-channel';
import type { Connection } from '../connections/connection';
import type { Realtime } from '../realtime';
import type { ClientFrame } from './read-frame';

const request = z.object({ channel: z.string() });

/** Takes a socket out of a channel. There is no answer, also where it was not in. */
export function unsubscribe(
  realtime: Realtime,
  connection: Connection,
  { data }: ClientFrame,
): void {
  const name = request.safeParse(data).data?.channel;
  const channel = name === undefined ? undefined : connection.channels.get(name);
  if (channel) leaveChannel(realtime, connection, channel);
}
