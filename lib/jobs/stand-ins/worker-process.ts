import { appClient } from '../../db/client';
import { wiring } from '../../reactions';
import type { Handler } from '../handler';
import { startWorker } from '../worker';

// A worker in a process of its own, with the wiring of the release and short leases. As told on the
// command line it kills itself as its nth job begins (`before 3`) or when the work of it is done and
// nobody has noted it yet (`after 3`).
const [point, count] = process.argv.slice(2);
let begun = 0;

const dying = (handler: Handler): Handler => {
  const run = async (...args: unknown[]) => {
    begun += 1;
    const isLast = begun === Number(count);
    if (isLast && point === 'before') await die();
    await (handler.run as (...given: unknown[]) => Promise<void>)(...args);
    if (isLast && point === 'after') await die();
  };
  return { ...handler, run } as Handler;
};

const handlers = new Map([...wiring.handlers].map(([kind, handler]) => [kind, dying(handler)]));
startWorker({
  client: appClient(),
  wiring: { ...wiring, handlers },
  pollMilliseconds: 100,
  leaseSeconds: 1,
});
process.stdout.write('started\n');

function die(): Promise<never> {
  process.kill(process.pid, 'SIGKILL');
  return new Promise(() => {});
}
