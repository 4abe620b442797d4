import type { ChannelKind } from './channel-kind';

/** A channel of some kind that keeps its last event for those who come later. */
export function cacheChannel(kind: ChannelKind): ChannelKind {
  return { ...kind, remembersLast: true };
}
