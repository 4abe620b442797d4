import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

// Loaded into a server by a test: on SIGUSR2 it prints what the heap holds once garbage is gone.
setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc');

process.on('SIGUSR2', () => {
  collectGarbage();
  process.stdout.write(`heap in use: ${process.memoryUsage().heapUsed}\n`);
});
