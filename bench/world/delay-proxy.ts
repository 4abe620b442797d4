import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import postgres from 'postgres';
import type { BenchContext } from '../bench-context';
import { timeSerially } from '../measure/time-serially';

/** A database address that lies farther away than it really does. */
export interface DistantDatabase {
  /** The address given, by way of the delay. */
  through(url: string): string;
  /** Milliseconds that a round trip takes longer, as measured. */
  addedMilliseconds: number;
}

/**
 * Starts a process that passes bytes between client and server a little later. In a process of its
 * own, because it waits by looking at the clock all the time: timers are a millisecond coarse.
 *
 * @param url - of the server.
 * @param milliseconds - that a round trip shall take longer; passing on takes time itself, which is
 *   taken off the delay.
 */
export async function startDelayProxy(
  bench: BenchContext,
  url: string,
  milliseconds: number,
): Promise<DistantDatabase> {
  const target = new URL(url);
  const program = fileURLToPath(new URL('./delay-proxy-process.ts', import.meta.url));
  const child = fork(program, [target.hostname, target.port, String(milliseconds / 2)], {
    execArgv: ['--import', 'tsx'],
  });
  bench.defer(() => child.kill());
  const port = await new Promise<number>((resolve, reject) => {
    child.once('message', (message) => resolve(Number(message)));
    child.once('exit', (code) => reject(new Error(`The delay proxy ended with ${code}.`)));
  });
  const through = (address: string) => {
    const distant = new URL(address);
    distant.host = `127.0.0.1:${port}`;
    return distant.toString();
  };
  const added = async () => (await roundTrip(through(url))) - (await roundTrip(url));
  const excess = (await added()) - milliseconds;
  child.send(Math.max(0, (milliseconds - excess) / 2));
  return { through, addedMilliseconds: await added() };
}

async function roundTrip(url: string): Promise<number> {
  const sql = postgres(url, { max: 1 });
  const ask = () => sql`select 1`;
  await timeSerially(100, ask);
  const { median } = await timeSerially(300, ask);
  await sql.end();
  return median;
}
