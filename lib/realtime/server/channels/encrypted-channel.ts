import type { ChannelKind } from './channel-kind';
import { privateChannel } from './private-channel';

/** A private channel whose events only the application and the subscribers can read. */
export const encryptedChannel: ChannelKind = {
  ...privateChannel,
  takesClientEvents: false,
  isAlone: true,
};
