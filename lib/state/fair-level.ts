/**
 * Says what everybody may keep at most so that all together fit: who has less keeps everything, and
 * those who have most give way, all down to the same level.
 *
 * @param sizes - what each has.
 * @param target - what all may have together.
 */
export function fairLevel(sizes: number[], target: number): number {
  let left = target;
  const ascending = [...sizes].sort((a, b) => a - b);
  for (const [at, size] of ascending.entries()) {
    const share = left / (ascending.length - at);
    if (size > share) return share;
    left -= size;
  }
  return Number.POSITIVE_INFINITY;
}
