import { signatureOf } from '../protocol/signature';
import type { RealtimeLimits } from '../realtime-limits';
import type { RealtimeApp, RealtimeLog } from '../realtime-options';
import { pause } from './pause';
import { postWebhook } from './post-webhook';
import type { WebhookEvent } from './webhook-event';

const mostInBatch = 100;

/** Where one address' events go. */
export interface WebhookTarget {
  url: string;
  app: RealtimeApp;
  limits: RealtimeLimits;
  log: RealtimeLog;
}

/**
 * Events for one address, sent in batches one after another. A batch that is not taken is sent again,
 * each time after twice the wait, and given up in the end.
 */
export class WebhookQueue {
  readonly #waiting: WebhookEvent[] = [];
  readonly #stop = new AbortController();
  #attempting = new AbortController();
  #isOver = false;
  #work: Promise<void> | null = null;
  #sending = 0;
  sent = 0;
  failed = 0;
  dropped = 0;

  constructor(private readonly target: WebhookTarget) {}

  get waiting(): number {
    return this.#waiting.length + this.#sending;
  }

  add(event: WebhookEvent): void {
    this.#waiting.push(event);
    if (this.#waiting.length > this.target.limits.webhookQueue) {
      this.#waiting.shift();
      if (this.dropped % 1000 === 0) this.#warn('webhooks are dropped, too many wait');
      this.dropped += 1;
    }
    this.#work ??= this.#sendAll();
  }

  /** Sends what waits, without any wait, until one batch is not taken or it has been long enough. */
  async close(): Promise<void> {
    this.#stop.abort();
    const timer = setTimeout(() => {
      this.#isOver = true;
      this.#attempting.abort();
    }, this.target.limits.closeTimeoutMs);
    await this.#work;
    clearTimeout(timer);
  }

  async #sendAll(): Promise<void> {
    while (this.#waiting.length > 0 && !this.#isOver) {
      await pause(this.target.limits.webhookBatchMs, this.#stop.signal);
      const batch = this.#waiting.splice(0, mostInBatch);
      this.#sending = batch.length;
      if (await this.#send(batch)) this.sent += batch.length;
      else this.#giveUp(batch.length);
      this.#sending = 0;
    }
    // At once and not when the promise is heard of: what is added in between would lie there.
    this.#work = null;
    const left = this.#waiting.splice(0).length;
    if (left > 0) this.#giveUp(left);
  }

  async #send(events: WebhookEvent[]): Promise<boolean> {
    const { app, limits } = this.target;
    const body = Buffer.from(JSON.stringify({ time_ms: Date.now(), events }));
    const headers = {
      'content-type': 'application/json',
      'x-pusher-key': app.key,
      'x-pusher-signature': signatureOf(app.secret, body),
    };
    const giveUpAt = performance.now() + limits.webhookRetryMs;
    for (let wait = limits.webhookBackoffMs; ; wait *= 2) {
      const isLast = this.#stop.signal.aborted || performance.now() + wait > giveUpAt;
      if (await this.#attempt(headers, body)) return true;
      this.failed += 1;
      if (isLast || this.#isOver) break;
      await pause(wait, this.#stop.signal);
    }
    this.#isOver ||= this.#stop.signal.aborted;
    return false;
  }

  async #attempt(headers: Record<string, string>, body: Buffer): Promise<boolean> {
    const { url, limits } = this.target;
    const attempting = new AbortController();
    this.#attempting = attempting;
    const timer = setTimeout(() => attempting.abort(), limits.webhookTimeoutMs).unref();
    try {
      const status = await postWebhook({ url, headers, body, signal: attempting.signal });
      return status >= 200 && status < 300;
    } catch {
      return false;
    } finally {
      clearTimeout(timer);
    }
  }

  #giveUp(events: number): void {
    this.dropped += events;
    this.#warn('webhooks are given up');
  }

  #warn(message: string): void {
    // Without its query, where an address may carry a secret.
    const { origin, pathname } = new URL(this.target.url);
    this.target.log.warn({ url: origin + pathname, waiting: this.waiting }, message);
  }
}
