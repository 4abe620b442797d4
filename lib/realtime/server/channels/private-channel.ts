import { isAuthorised } from '../protocol/signature';
import { SubscriptionRefused } from '../protocol/subscription-refused';
import type { ChannelKind, Joining } from './channel-kind';
import { publicChannel } from './public-channel';

/** For those whom the application lets in by its signature; they may speak to one another. */
export const privateChannel: ChannelKind = {
  ...publicChannel,
  admit: requireSignature,
  isAuthorised: true,
  takesClientEvents: true,
};

/** The signature is for one socket and one channel, and for the data where there is some. */
function requireSignature({ realtime, connection, asked }: Joining): void {
  const { auth, channel, channel_data: data } = asked;
  const text = `${connection.socketId}:${channel}${data == null ? '' : `:${data}`}`;
  if (!auth || !isAuthorised(realtime.app, auth, text)) {
    throw new SubscriptionRefused('The signature for this channel is missing or wrong');
  }
}
