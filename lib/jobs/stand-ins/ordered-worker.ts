import { appClient } from '../../db/client';
import { PermanentFailure } from '../handler';
import { on } from '../on';
import { wire } from '../wiring';
import { startWorker } from '../worker';

// A worker in a process of its own that hears of life-cycle events and writes down when it begins
// and ends each. It fails as often as the event says, and kills itself as its nth begins.
const dieAt = Number(process.argv[2] ?? 0);
let begun = 0;

const note = (what: string, event: number) =>
  appClient().query(
    (sql) => sql`insert into platform.heard (what, event) values (${what}, ${event})`,
  );

const listen = on(['tenant.activated', 'tenant_deactivated'], {
  kind: 'listen',
  run: async (_, event, job) => {
    await note('begin', event.id);
    begun += 1;
    if (begun === dieAt) process.kill(process.pid, 'SIGKILL');
    const { fails, never } = event.payload as { fails?: number; never?: boolean };
    if (never) throw new PermanentFailure('Never.');
    if (job.attempt <= (fails ?? 0)) throw new Error('Not yet.');
    await note('end', event.id);
  },
});

startWorker({
  client: appClient(),
  wiring: wire([listen]),
  pollMilliseconds: 50,
  leaseSeconds: 1,
});
process.stdout.write('started\n');
