import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { acceptUpgrades } from './connections/accept-upgrades';
import { connectChecks } from './connections/connect-checks';
import { startHeartbeat } from './connections/start-heartbeat';
import { answerRequest } from './http-api/answer-request';
import { newRealtime } from './new-realtime';
import type { RealtimeServer, RealtimeServerOptions } from './realtime-options';
import { readStats } from './realtime-stats';
import { stopServer } from './stop-server';

// Of many clients that return at once, those that do not fit into the queue would wait long.
const backlog = 4096;
// For requests to the HTTP API, and for those who are told that there is no room.
const spareConnections = 1024;

/**
 * Starts a server that speaks the Pusher protocol, version 7: sockets for clients and the HTTP API
 * for the application, on one port. Nothing a client sends stops it, and neither it nor its sockets
 * keep the process running, unless `holdsProcess` is set.
 *
 * @throws Error when the port cannot be had, or an address of a webhook is none.
 */
export async function startRealtimeServer(options: RealtimeServerOptions): Promise<RealtimeServer> {
  const realtime = newRealtime(options);
  const timeouts = { headersTimeout: 10_000, requestTimeout: 30_000 };
  const server = createServer(timeouts, (request, response) => {
    void answerRequest(realtime, request, response);
  });
  server.maxConnections = realtime.limits.connections + spareConnections;
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => {
    sockets.add(socket.unref());
    socket.on('close', () => sockets.delete(socket));
  });
  acceptUpgrades(server, realtime, connectChecks(realtime, options));
  server.listen({ host: options.host ?? '127.0.0.1', port: options.port ?? 0, backlog });
  await once(server, 'listening');
  if (!options.holdsProcess) server.unref();
  const stopHeartbeat = startHeartbeat(realtime);
  const { port } = server.address() as AddressInfo;
  realtime.log.info({ port }, 'the realtime server listens');
  let stopping: Promise<void> | null = null;
  return {
    port,
    stats: () => readStats(realtime),
    close: () => {
      stopping ??= stopServer(realtime, server, sockets).finally(stopHeartbeat);
      return stopping;
    },
  };
}
