import { z } from 'zod';
import { memberIdOf } from '../protocol/names';
import { parseJson } from '../protocol/parse-json';
import { SubscriptionRefused } from '../protocol/subscription-refused';
import type { ChannelKind, Joining } from './channel-kind';
import type { Member } from './members';
import { privateChannel } from './private-channel';

/** A private channel whose subscribers know of each other. */
export const presenceChannel: ChannelKind = { ...privateChannel, memberOf };

const channelData = z.object({
  user_id: z.unknown().optional(),
  user_info: z.unknown().optional(),
});

/** By the data the application signed, or without such data as whom the socket is signed in. */
function memberOf({ realtime, connection, asked }: Joining): Member {
  if (asked.channel_data == null) {
    if (!connection.user) throw new SubscriptionRefused('Nobody knows who this is');
    return { id: connection.user.id, info: connection.user.info };
  }
  const data = channelData.safeParse(parseJson(asked.channel_data)).data;
  const id = memberIdOf(data?.user_id);
  if (id === null) throw new SubscriptionRefused('channel_data names no user', 400);
  const info = data?.user_info ?? null;
  if (Buffer.byteLength(JSON.stringify(info)) > realtime.limits.userInfoBytes) {
    throw new SubscriptionRefused('user_info is too long', 400);
  }
  return { id, info };
}
