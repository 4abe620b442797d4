import { setTimeout as sleep } from 'node:timers/promises';
import type { Realtime } from '../realtime';

const stepMs = 20;
const msEach = 2;

/**
 * Ends all connections with the code after which clients come back at once; spread over a while, the
 * longer the more there are, so that the next server is not overrun.
 */
export async function sayGoodbye({ connections, limits }: Realtime): Promise<void> {
  const spreadMs = Math.min(limits.shutdownSpreadMs, connections.size * msEach);
  const steps = Math.max(1, Math.ceil(spreadMs / stepMs));
  const perStep = Math.max(1, Math.ceil(connections.size / steps));
  while (connections.size > 0) {
    for (const connection of [...connections.values()].slice(0, perStep)) {
      connection.end('serverStops');
    }
    if (connections.size > 0) await sleep(stepMs);
  }
}
