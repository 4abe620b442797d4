/** So many of something in each second. */
export class Allowance {
  #second = 0;
  #taken = 0;

  constructor(private readonly perSecond: number) {}

  /** @returns false when this second's are used up. */
  take(now = performance.now()): boolean {
    const second = Math.floor(now / 1000);
    if (second !== this.#second) this.#taken = 0;
    this.#second = second;
    this.#taken += 1;
    return this.#taken <= this.perSecond;
  }
}
