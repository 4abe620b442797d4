import type { Realtime } from './realtime';

/** What the server holds now, and what it did since it started. */
export interface RealtimeStats {
  connections: number;
  channels: number;
  users: number;
  messagesIn: number;
  messagesOut: number;
  /** Sockets, messages and requests turned away, by reason. */
  refused: Record<string, number>;
  webhooks: { waiting: number; sent: number; failed: number; dropped: number };
}

/** Counts what happens. */
export class Counters {
  messagesIn = 0;
  messagesOut = 0;
  readonly refused = new Map<string, number>();

  /** @param reason - one of our own words, never what a client sent: there is one entry for each. */
  refuse(reason: string): void {
    this.refused.set(reason, (this.refused.get(reason) ?? 0) + 1);
  }
}

export function readStats({
  connections,
  channels,
  users,
  counters,
  webhooks,
}: Realtime): RealtimeStats {
  return {
    connections: connections.size,
    channels: channels.size,
    users: users.size,
    messagesIn: counters.messagesIn,
    messagesOut: counters.messagesOut,
    refused: Object.fromEntries(counters.refused),
    webhooks: webhooks.stats(),
  };
}
