import type { Realtime } from '../realtime';
import type { Connection } from './connection';

/**
 * Asks silent connections whether they are there, and ends those that do not answer or where nothing
 * has been said for very long. One timer serves all.
 *
 * @returns what stops it.
 */
export function startHeartbeat(realtime: Realtime): () => void {
  const { pingIntervalMs, pongTimeoutMs } = realtime.limits;
  const everyMs = Math.max(5, Math.min(pingIntervalMs, pongTimeoutMs, 60_000) / 4);
  let last = performance.now();
  const timer = setInterval(() => {
    const now = performance.now();
    // After a standstill of this process the answers are here, but not read yet.
    const isLate = now - last > everyMs + pongTimeoutMs / 2;
    last = now;
    if (isLate) return;
    for (const connection of realtime.connections.values()) check(realtime, connection, now);
  }, everyMs).unref();
  return () => clearInterval(timer);
}

function check({ limits }: Realtime, connection: Connection, now: number): void {
  if (connection.talked) connection.talkedAt = now;
  connection.talked = false;
  const { pingedAt, heardAt, talkedAt } = connection;
  if (now - talkedAt >= limits.idleTimeoutMs) connection.end('idle');
  else if (pingedAt !== null && now - pingedAt >= limits.pongTimeoutMs) connection.end('noPong');
  else if (pingedAt === null && now - heardAt >= limits.pingIntervalMs) connection.ping();
}
