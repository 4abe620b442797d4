/** The last event of each cache channel, for a while, within a bound for all of them. */
export class LastEvents {
  readonly #entries = new Map<string, { frame: Buffer; endsAt: number }>();
  #bytes = 0;

  constructor(
    private readonly seconds: number,
    private readonly mostBytes: number,
  ) {}

  keep(channel: string, frame: Buffer): void {
    this.#drop(channel);
    this.#entries.set(channel, { frame, endsAt: performance.now() + this.seconds * 1000 });
    this.#bytes += frame.length;
    // A map gives its entries in the order they came: the oldest first.
    for (const oldest of this.#entries.keys()) {
      if (this.#bytes <= this.mostBytes) break;
      this.#drop(oldest);
    }
  }

  find(channel: string): Buffer | null {
    const entry = this.#entries.get(channel);
    if (entry && entry.endsAt > performance.now()) return entry.frame;
    this.#drop(channel);
    return null;
  }

  #drop(channel: string): void {
    this.#bytes -= this.#entries.get(channel)?.frame.length ?? 0;
    this.#entries.delete(channel);
  }
}
