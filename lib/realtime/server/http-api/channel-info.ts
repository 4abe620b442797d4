import type { Realtime } from '../realtime';

/** Numbers about a channel, as far as they are asked for. */
export interface ChannelInfo {
  user_count?: number;
  subscription_count?: number;
}

/** The words of an `info` parameter. */
export function askedInfo(info: string | null | undefined): Set<string> {
  return new Set((info ?? '').split(',').map((word) => word.trim()));
}

/** Users are known on presence channels only; elsewhere their number is left out. */
export function channelInfo({ channels }: Realtime, name: string, asked: Set<string>): ChannelInfo {
  const channel = channels.get(name);
  const info: ChannelInfo = {};
  if (asked.has('user_count') && name.startsWith('presence-')) {
    info.user_count = channel?.members?.size ?? 0;
  }
  if (asked.has('subscription_count')) info.subscription_count = channel?.connections.size ?? 0;
  return info;
}
