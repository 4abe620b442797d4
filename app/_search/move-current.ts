/**
 * Gives the place that an arrow leads to in a list below a box.
 *
 * @param at - -1 while nothing of the list is current, and the box is.
 * @param wraps - the last is followed by the box again, and the box is led back to the last.
 */
export function moveCurrent(
  at: number,
  key: string,
  { count, wraps = false }: { count: number; wraps?: boolean },
): number {
  if (count === 0) return -1;
  if (key === 'ArrowDown') return at + 1 < count ? at + 1 : wraps ? -1 : count - 1;
  if (key === 'ArrowUp') return at >= 0 ? at - 1 : wraps ? count - 1 : -1;
  return Math.min(at, count - 1);
}
