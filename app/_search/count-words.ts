import { formatCount, formatNumber } from '@/lib/ui/format-count';

const noun = { one: 'article', other: 'articles' };

interface Counted {
  /** How many are shown, how many were found and could be shown, how many there are at all. */
  shown: number;
  found: number;
  total: number;
}

/** How much was found: "6 articles", "The 50 best of 212 articles", "3 of 6 articles". */
export function countWords({ shown, found, total }: Counted): string {
  const isBest = total > found;
  if (shown < found) {
    const all = isBest ? `the ${formatNumber(found)} best` : formatNumber(found);
    return `${formatNumber(shown)} of ${all} articles`;
  }
  return isBest
    ? `The ${formatNumber(found)} best of ${formatCount(total, noun)}`
    : formatCount(found, noun);
}
