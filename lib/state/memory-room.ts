interface Entry {
  value: string;
  endsAt: number;
  size: number;
}

// What a Map's entry costs besides its texts, roughly.
const ownBytes = 120;

/** The entries of one tenant and space, those used longest ago first. */
export class MemoryRoom {
  readonly #entries = new Map<string, Entry>();
  bytes = 0;

  get count(): number {
    return this.#entries.size;
  }

  /** Reads an entry, which counts as its use. */
  read(key: string): Entry | null {
    const entry = this.#entries.get(key);
    if (!entry) return null;
    if (entry.endsAt <= Date.now()) {
      this.remove(key);
      return null;
    }
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    return entry;
  }

  write(key: string, value: string, endsAt: number): void {
    this.remove(key);
    const size = 2 * (key.length + value.length) + ownBytes;
    this.#entries.set(key, { value, endsAt, size });
    this.bytes += size;
  }

  remove(key: string): boolean {
    const entry = this.#entries.get(key);
    if (!entry) return false;
    this.#entries.delete(key);
    this.bytes -= entry.size;
    return entry.endsAt > Date.now();
  }

  /** Lets the entry go that was used longest ago. */
  dropOldest(): void {
    const [oldest] = this.#entries.keys();
    if (oldest !== undefined) this.remove(oldest);
  }

  dropEnded(): void {
    const now = Date.now();
    for (const [key, { endsAt }] of this.#entries) if (endsAt <= now) this.remove(key);
  }

  living(most: number): string[] {
    this.dropEnded();
    return [...this.#entries.keys()].slice(-most);
  }
}
