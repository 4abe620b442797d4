import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { LastEvents } from './channels/last-events';
import { SubscriptionCounts } from './channels/subscription-counts';
import { acceptUpgrades } from './connections/accept-upgrades';
import { connectChecks } from './connections/connect-checks';
import { startHeartbeat } from './connections/start-heartbeat';
import { answerRequest } from './http-api/answer-request';
import type { Realtime } from './realtime';
import { realtimeLimits } from './realtime-limits';
import type { RealtimeLog, RealtimeServer, RealtimeServerOptions } from './realtime-options';
import { Counters, readStats } from './realtime-stats';
import { stopServer } from './stop-server';
import { Users } from './users/users';
import { Webhooks } from './webhooks/webhooks';

// Of many clients that return at once, those that do not fit into the queue would wait long.
const backlog = 4096;

/**
 * Starts a server that speaks the Pusher protocol, version 7: sockets for clients and the HTTP API
 * for the application, on one port. Nothing a client sends stops it, and neither it nor its sockets
 * keep the process running, unless `holdsProcess` is set.
 *
 * @throws Error when the port cannot be had, or an address of a webhook is none.
 */
export async function startRealtimeServer(options: RealtimeServerOptions): Promise<RealtimeServer> {
  const realtime = newRealtime(options);
  const server = createServer((request, response) => {
    void answerRequest(realtime, request, response);
  });
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

const silence: RealtimeLog = { info: () => {}, warn: () => {}, error: () => {} };

function newRealtime(options: RealtimeServerOptions): Realtime {
  const { app, log = silence, webhooks = [] } = options;
  const limits = realtimeLimits(options.limits);
  return {
    app,
    limits,
    log,
    counters: new Counters(),
    connections: new Map(),
    channels: new Map(),
    users: new Users(),
    lastEvents: new LastEvents(limits.cacheTtlSeconds, limits.cacheBytes),
    subscriptionCounts: options.subscriptionCounts ? new SubscriptionCounts() : null,
    webhooks: new Webhooks(
      webhooks.map(({ url }) => new URL(url).href),
      { app, limits, log },
    ),
    isClosing: false,
  };
}
