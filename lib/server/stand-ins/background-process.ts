import { currentFollower } from '../../cache/current-follower';
import { currentWorker } from '../../jobs/current-worker';
import { log } from '../../log';
import { startBackground } from '../start-background';

// Starts what a server starts beside its pages, and tells what it holds then.
await startBackground();
log.info({ event: 'trial' }, 'a line for the log');
// Two looks of a worker would have come and gone.
await new Promise((resolve) => setTimeout(resolve, 500));
const held = {
  resources: process.getActiveResourcesInfo(),
  follower: currentFollower() !== undefined,
  worker: currentWorker() !== undefined,
};
process.stdout.write(`HELD ${JSON.stringify(held)}\n`);
setInterval(() => {}, 60_000);
