const least = 200;
const most = 15_000;

/** How long to wait before trying again, in milliseconds: longer each time, and for every page another. */
export function retryDelay(attempt: number, random = Math.random()): number {
  const longest = Math.min(most, least * 2 ** Math.min(attempt, 10));
  return longest * (0.5 + random / 2);
}
