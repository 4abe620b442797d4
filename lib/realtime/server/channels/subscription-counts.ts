import { ownFrame } from '../protocol/frames';
import type { Channel } from './channel';

const pauseMs = 250;

/**
 * Tells the subscribers of a channel how many they are. Changes of a moment are told together: told
 * one by one, the messages would grow with the square of the subscribers.
 */
export class SubscriptionCounts {
  readonly #changed = new Set<Channel>();
  #timer: NodeJS.Timeout | null = null;

  /** Members of a presence channel see who is there, and are not told. */
  changed(channel: Channel): void {
    if (channel.members || !channel.kind.isListed) return;
    this.#changed.add(channel);
    this.#timer ??= setTimeout(() => this.#tell(), pauseMs).unref();
  }

  close(): void {
    clearTimeout(this.#timer ?? undefined);
    this.#changed.clear();
  }

  #tell(): void {
    this.#timer = null;
    for (const channel of this.#changed) {
      const count = { subscription_count: channel.connections.size };
      channel.send(ownFrame('pusher_internal:subscription_count', count, channel.name));
    }
    this.#changed.clear();
  }
}
