import type { Channel } from './channels/channel';
import type { LastEvents } from './channels/last-events';
import type { SubscriptionCounts } from './channels/subscription-counts';
import type { Connection } from './connections/connection';
import type { RealtimeLimits } from './realtime-limits';
import type { RealtimeApp, RealtimeLog } from './realtime-options';
import type { Counters } from './realtime-stats';
import type { Users } from './users/users';
import type { Webhooks } from './webhooks/webhooks';

/** What one running server knows. Every part of it takes this first. */
export interface Realtime {
  readonly app: RealtimeApp;
  readonly limits: RealtimeLimits;
  readonly log: RealtimeLog;
  readonly counters: Counters;
  /** By socket id. */
  readonly connections: Map<string, Connection>;
  /** Those with subscribers, by name. */
  readonly channels: Map<string, Channel>;
  readonly users: Users;
  readonly lastEvents: LastEvents;
  readonly subscriptionCounts: SubscriptionCounts | null;
  readonly webhooks: Webhooks;
  isClosing: boolean;
}
