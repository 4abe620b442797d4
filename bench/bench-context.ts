import type { RatioResult } from './report/ratio-result';

/** What a measurement gets to work with. */
export interface BenchContext {
  quick: boolean;
  /** A folder for databases and logs, gone afterwards. */
  folder: string;
  /** Tells the person who waits. */
  say(line: string): void;
  /** Has something ended when the measurement is over, the last thing first. */
  defer(end: () => Promise<unknown> | unknown): void;
}

export type Measurement = (bench: BenchContext) => Promise<RatioResult[]>;

/** How many pairs are taken; a quick run takes fewer. */
export function pairCount({ quick }: BenchContext): number {
  return quick ? 3 : 7;
}
