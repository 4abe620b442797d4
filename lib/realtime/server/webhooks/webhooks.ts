import type { RealtimeStats } from '../realtime-stats';
import { Grace } from './grace';
import type { WebhookEvent } from './webhook-event';
import { WebhookQueue, type WebhookTarget } from './webhook-queue';

/** Tells the application what happens on its channels, at each of its addresses. */
export class Webhooks {
  readonly #queues: WebhookQueue[];
  readonly #grace: Grace;
  #isClosed = false;

  constructor(urls: string[], target: Omit<WebhookTarget, 'url'>) {
    this.#queues = urls.map((url) => new WebhookQueue({ ...target, url }));
    const { webhookGraceMs, webhookQueue } = target.limits;
    this.#grace = new Grace(webhookGraceMs, webhookQueue, (event) => this.emit(event));
  }

  emit(event: WebhookEvent): void {
    if (this.#isClosed) return;
    for (const queue of this.#queues) queue.add(event);
  }

  channelOccupied(channel: string): void {
    if (!this.#isBack([channel])) this.emit({ name: 'channel_occupied', channel });
  }

  channelVacated(channel: string): void {
    this.#leave([channel], { name: 'channel_vacated', channel });
  }

  memberAdded(channel: string, user_id: string): void {
    if (!this.#isBack([channel, user_id])) this.emit({ name: 'member_added', channel, user_id });
  }

  memberRemoved(channel: string, user_id: string): void {
    this.#leave([channel, user_id], { name: 'member_removed', channel, user_id });
  }

  stats(): RealtimeStats['webhooks'] {
    const sum = (count: (queue: WebhookQueue) => number) =>
      this.#queues.reduce((total, queue) => total + count(queue), 0);
    return {
      waiting: sum((queue) => queue.waiting),
      sent: sum((queue) => queue.sent),
      failed: sum((queue) => queue.failed),
      dropped: sum((queue) => queue.dropped),
    };
  }

  /** Sends what waits, in bounded time. */
  async close(): Promise<void> {
    this.#grace.close();
    this.#isClosed = true;
    await Promise.all(this.#queues.map((queue) => queue.close()));
  }

  #leave(who: string[], event: WebhookEvent): void {
    if (this.#queues.length > 0 && !this.#isClosed) this.#grace.leave(JSON.stringify(who), event);
  }

  #isBack(who: string[]): boolean {
    return this.#grace.isBack(JSON.stringify(who));
  }
}
