import { isChannelName, userOfChannel } from '../protocol/names';
import { cacheChannel } from './cache-channel';
import type { ChannelKind } from './channel-kind';
import { encryptedChannel } from './encrypted-channel';
import { presenceChannel } from './presence-channel';
import { privateChannel } from './private-channel';
import { publicChannel } from './public-channel';
import { userChannel } from './user-channel';

// The first prefix that fits is the one, so longer ones come before their beginnings.
const kinds: [prefix: string, kind: ChannelKind][] = [
  ['private-encrypted-cache-', cacheChannel(encryptedChannel)],
  ['private-encrypted-', encryptedChannel],
  ['private-cache-', cacheChannel(privateChannel)],
  ['private-', privateChannel],
  ['presence-cache-', cacheChannel(presenceChannel)],
  ['presence-', presenceChannel],
  ['cache-', cacheChannel(publicChannel)],
  ['', publicChannel],
];

/** What a channel does, by its name; null for what is no name of a channel. */
export function channelKindOf(name: string): ChannelKind | null {
  if (userOfChannel(name) !== null) return userChannel;
  if (!isChannelName(name)) return null;
  return kinds.find(([prefix]) => name.startsWith(prefix))?.[1] ?? null;
}
