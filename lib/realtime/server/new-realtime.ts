import { LastEvents } from './channels/last-events';
import { SubscriptionCounts } from './channels/subscription-counts';
import type { Realtime } from './realtime';
import { realtimeLimits } from './realtime-limits';
import type { RealtimeLog, RealtimeServerOptions } from './realtime-options';
import { Counters } from './realtime-stats';
import { Users } from './users/users';
import { Webhooks } from './webhooks/webhooks';

const silence: RealtimeLog = { info: () => {}, warn: () => {}, error: () => {} };

/**
 * Makes what a server knows when it starts.
 *
 * @throws Error when an address of a webhook is none.
 */
export function newRealtime(options: RealtimeServerOptions): Realtime {
  const { app, log = silence, webhooks = [] } = options;
  const limits = realtimeLimits(options.limits);
  const urls = webhooks.map(({ url }) => webhookUrl(url));
  return {
    app,
    limits,
    log,
    counters: new Counters(),
    connections: new Map(),
    channels: new Map(),
    users: new Users(),
    lastEvents: new LastEvents(limits.cacheTtlSeconds, limits.cacheBytes),
    subscriptionCounts: options.subscriptionCounts ? new SubscriptionCounts() : null,
    webhooks: new Webhooks(urls, { app, limits, log }),
    isClosing: false,
  };
}

function webhookUrl(text: string): string {
  const { protocol, href } = new URL(text);
  if (protocol !== 'https:' && protocol !== 'http:') {
    throw new Error(`The URL of a webhook begins with https:// or http://, not ${protocol}`);
  }
  return href;
}
