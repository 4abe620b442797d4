import type { Summary } from '../measure/statistics';
import type { RatioId } from '../parse-options';

/** What a ratio has to be. */
export interface Criterion {
  id: RatioId;
  /** What is compared, as in "cached page / static page". */
  name: string;
  /** What was counted on both sides, as in "requests per second". */
  measure: string;
  better: 'higher' | 'lower';
  /** The worst ratio that is accepted. */
  limit: number;
  aim: number;
}

/** A ratio that was measured. */
export interface RatioResult extends Criterion, Summary {
  pairs: number;
  /** Every sample, in the unit of the measure. Of this machine and this hour: good for nothing but the ratio. */
  seen: { reference: number[]; target: number[] };
  /** What else was seen, a line each. */
  notes: string[];
}

export type Verdict = 'aim reached' | 'met' | 'below';

/** Judges the median: its place between limit and aim. */
export function judge({ better, limit, aim, median }: RatioResult): Verdict {
  const reaches = (bound: number) => (better === 'higher' ? median >= bound : median <= bound);
  if (reaches(aim)) return 'aim reached';
  return reaches(limit) ? 'met' : 'below';
}

/** The verdict on a ratio that was measured in several ways: the worst of them. */
export function judgeAll(results: readonly RatioResult[]): Verdict {
  const verdicts = results.map(judge);
  if (verdicts.includes('below')) return 'below';
  return verdicts.includes('met') ? 'met' : 'aim reached';
}
