import { median, quantile } from './statistics';

export interface LatencySample extends Record<string, number> {
  /** Milliseconds. */
  median: number;
  p95: number;
}

/** Does the same thing one after the other and times each time. */
export async function timeSerially(
  times: number,
  work: () => Promise<unknown>,
): Promise<LatencySample> {
  const milliseconds: number[] = [];
  for (let time = 0; time < times; time += 1) {
    const start = performance.now();
    await work();
    milliseconds.push(performance.now() - start);
  }
  return { median: median(milliseconds), p95: quantile(milliseconds, 0.95) };
}
