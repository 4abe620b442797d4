import { userOfChannel } from '../protocol/names';
import { SubscriptionRefused } from '../protocol/subscription-refused';
import type { ChannelKind } from './channel-kind';
import { publicChannel } from './public-channel';

/** What the application sends to one user, on whichever sockets they are signed in. */
export const userChannel: ChannelKind = {
  ...publicChannel,
  admit: ({ connection, asked }) => {
    if (connection.user === null || connection.user.id !== userOfChannel(asked.channel)) {
      throw new SubscriptionRefused('This channel is another user’s', 403);
    }
  },
  isAuthorised: true,
  isListed: false,
};
