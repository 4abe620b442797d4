const minuteMs = 60_000;
const mostAddresses = 100_000;

/** Counts connections of each address, minute by minute. */
export class AddressRate {
  readonly #counts = new Map<string, number>();
  #endsAt = 0;

  constructor(private readonly perMinute: number) {}

  /** @returns false when this address has had its share of the minute. */
  take(address: string, now = performance.now()): boolean {
    if (now >= this.#endsAt || this.#counts.size >= mostAddresses) {
      this.#counts.clear();
      this.#endsAt = now + minuteMs;
    }
    const count = (this.#counts.get(address) ?? 0) + 1;
    this.#counts.set(address, count);
    return count <= this.perMinute;
  }
}
