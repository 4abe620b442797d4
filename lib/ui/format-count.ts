import type { Noun } from './kit-types';

const NUMBERS = new Intl.NumberFormat('en-GB');

/** How many there are; `exact` is false for an estimate, which is said to be one. */
export interface Total {
  count: number;
  exact: boolean;
}

/** A number with its thousands apart: 100,000. */
export function formatNumber(value: number): string {
  return NUMBERS.format(value);
}

/** A number and what it counts: "1 post", "48 posts". */
export function formatCount(count: number, noun: Noun): string {
  return `${formatNumber(count)} ${count === 1 ? noun.one : noun.other}`;
}

/** A total as it may be shown: an estimate gets "about" (D37). */
export function formatTotal({ count, exact }: Total): string {
  return exact ? formatNumber(count) : `about ${formatNumber(count)}`;
}
