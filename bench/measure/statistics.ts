/** The middle of a list and its ends. */
export interface Summary {
  median: number;
  min: number;
  max: number;
}

/**
 * The value below which a share of the values lies, interpolated between neighbours.
 *
 * @param share - 0 to 1.
 * @throws Error for an empty list.
 */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)];
  const above = sorted[Math.ceil(place)];
  if (below === undefined || above === undefined) throw new Error('There are no values.');
  return below + (above - below) * (place - Math.floor(place));
}

/** @throws Error for an empty list. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** @throws Error for an empty list. */
export function summarize(values: readonly number[]): Summary {
  return { median: median(values), min: quantile(values, 0), max: quantile(values, 1) };
}
