import type { MemberContext } from '../auth/viewer';
import { authorizeChannels, type ChannelToken } from './authorize-channels';
import { channelName } from './channel-name';
import { channelsFor } from './channels-for';

/**
 * Signs everything that a person's pages subscribe to, for one connection.
 *
 * @throws as authorizeChannels.
 */
export async function authorizeOwnChannels(
  ctx: MemberContext,
  socketId: string,
): Promise<Record<string, ChannelToken>> {
  const names = (await channelsFor(ctx)).map(channelName);
  const tokens = Object.entries(await authorizeChannels(ctx, socketId, names));
  return Object.fromEntries(tokens.flatMap(([name, token]) => (token ? [[name, token]] : [])));
}
