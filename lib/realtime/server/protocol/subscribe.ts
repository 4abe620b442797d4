import { z } from 'zod';
import { channelKindOf } from '../channels/channel-kind-of';
import { joinChannel } from '../channels/join-channel';
import type { Connection } from '../connections/connection';
import type { Realtime } from '../realtime';
import { frame, ownFrame } from './frames';
import { longestChannelName } from './names';
import type { ClientFrame } from './read-frame';
import { SubscriptionRefused } from './subscription-refused';

// Some clients write null for what they do not have.
const named = z.object({ channel: z.string() });
const request = named.extend({
  auth: z.string().nullish(),
  channel_data: z.string().nullish(),
});

/** What a client sends to be let into a channel. */
export type SubscribeRequest = z.infer<typeof request>;

/**
 * Lets a socket into a channel if its kind admits it, and tells either way. Asking again for a channel
 * already held is answered again and changes nothing.
 */
export function subscribe(realtime: Realtime, connection: Connection, { data }: ClientFrame): void {
  const parsed = request.safeParse(data);
  const name = named.safeParse(data).data?.channel ?? '';
  try {
    if (!parsed.success) throw new SubscriptionRefused('This is no subscription', 400);
    enter(realtime, connection, parsed.data);
  } catch (error) {
    if (!(error instanceof SubscriptionRefused)) throw error;
    realtime.counters.refuse('subscription');
    const { type, message, status } = error;
    connection.send(
      frame({
        event: 'pusher:subscription_error',
        channel: name.slice(0, longestChannelName),
        data: { type, error: message, status },
      }),
    );
  }
}

function enter(realtime: Realtime, connection: Connection, asked: SubscribeRequest): void {
  const kind = channelKindOf(asked.channel);
  if (!kind) throw new SubscriptionRefused('Invalid channel name', 400);
  const { name, presence } = joinChannel(realtime, connection, kind, asked);
  connection.send(
    ownFrame('pusher_internal:subscription_succeeded', presence ? { presence } : {}, name),
  );
  if (!kind.remembersLast) return;
  const last = realtime.lastEvents.find(name);
  connection.send(last ?? frame({ event: 'pusher:cache_miss', channel: name }));
  if (!last) realtime.webhooks.emit({ name: 'cache_miss', channel: name });
}
