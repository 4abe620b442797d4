import type { ChannelKind } from './channel-kind';

/** Anybody may listen, nobody but the application may speak. */
export const publicChannel: ChannelKind = {
  admit: () => {},
  isAuthorised: false,
  takesClientEvents: false,
  remembersLast: false,
  isAlone: false,
  isListed: true,
};
