import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { sayGoodbye } from './connections/say-goodbye';
import type { Realtime } from './realtime';

/**
 * Stops in order: no newcomers, goodbye to everybody, the webhooks that wait, and then the port. It
 * listens a moment longer than there are clients: they return at once, and one that finds nobody
 * waits a quarter of a minute before it asks again, one that is told to come later only a second.
 */
export async function stopServer(
  realtime: Realtime,
  server: Server,
  sockets: Set<Socket>,
): Promise<void> {
  realtime.isClosing = true;
  // Nothing of ours holds the process, but it is not to end before this has.
  const hold = setInterval(() => {}, 60_000);
  realtime.subscriptionCounts?.close();
  const told = realtime.webhooks.close();
  const hadClients = realtime.connections.size > 0;
  await sayGoodbye(realtime);
  if (hadClients) await sleep(realtime.limits.shutdownLingerMs);
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const patience = new AbortController();
  const late = sleep(realtime.limits.closeTimeoutMs, undefined, { signal: patience.signal });
  await Promise.race([closed, late]);
  late.catch(() => {});
  patience.abort();
  for (const socket of sockets) socket.destroy();
  await Promise.all([closed, told]);
  clearInterval(hold);
  realtime.log.info({}, 'the realtime server has stopped');
}
