import autocannon from 'autocannon';
import { cpuTicks } from './cpu-time';

export interface PageLoad {
  port: number;
  /** Process that serves, for its CPU time. */
  pid: number;
  /** Requested one after the other, over and over. */
  pages: { host: string; path: string; headers?: Record<string, string> }[];
  seconds: number;
  /** This many requests, however long they take, instead of `seconds`. */
  amount?: number;
}

export interface LoadSample extends Record<string, number> {
  /** Requests per second. */
  rate: number;
  /** CPU per request of the serving process in clock ticks, 0 where it cannot be known. */
  cpu: number;
}

/**
 * How much a server is asked before the first sample: its code gets twice as fast in the first
 * thousands of requests.
 */
export function warmUpAmount(quick: boolean): number {
  return quick ? 2000 : 8000;
}

/** As in the measurements the limits were set by. */
const connections = 10;

/**
 * Asks for pages as fast as they come, without compression.
 *
 * @throws Error when any answer was not a 200: a fast error page is no result.
 */
export async function loadPages(load: PageLoad): Promise<LoadSample> {
  const before = cpuTicks(load.pid);
  const result = await autocannon({
    url: `http://127.0.0.1:${load.port}`,
    connections,
    ...(load.amount ? { amount: load.amount } : { duration: load.seconds }),
    requests: load.pages.map(({ host, path, headers }) => ({
      path,
      headers: { ...headers, host },
    })),
  });
  const after = cpuTicks(load.pid);
  const failed = result.non2xx + result.errors + result.timeouts;
  const total = result.requests.total;
  if (failed > 0 || total === 0) throw new Error(`${failed} of ${total} requests failed.`);
  const ticks = before === null || after === null ? 0 : after - before;
  return { rate: total / result.duration, cpu: ticks / total };
}
