import type { WebhookEvent } from './webhook-event';

/** Departures that are not told of yet, because whoever left may be back in a moment. */
export class Grace {
  readonly #departures = new Map<string, { event: WebhookEvent; timer: NodeJS.Timeout }>();

  constructor(
    private readonly waitMs: number,
    private readonly most: number,
    private readonly emit: (event: WebhookEvent) => void,
  ) {}

  /** @param key - of who left: only the same one's return takes the departure back. */
  leave(key: string, event: WebhookEvent): void {
    if (this.waitMs <= 0 || this.#departures.size >= this.most) {
      this.emit(event);
      return;
    }
    const timer = setTimeout(() => {
      this.#departures.delete(key);
      this.emit(event);
    }, this.waitMs).unref();
    this.#departures.set(key, { event, timer });
  }

  /** @returns whether they are back so soon that nobody needs to know. */
  isBack(key: string): boolean {
    clearTimeout(this.#departures.get(key)?.timer);
    return this.#departures.delete(key);
  }

  /** Tells of all departures at once, for there will be no return. */
  close(): void {
    for (const { event, timer } of this.#departures.values()) {
      clearTimeout(timer);
      this.emit(event);
    }
    this.#departures.clear();
  }
}
