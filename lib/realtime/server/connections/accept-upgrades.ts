import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { closings } from '../protocol/codes';
import type { Realtime } from '../realtime';
import type { ConnectChecks, Fault } from './connect-checks';
import { openConnection } from './open-connection';

/**
 * Makes connections of the server's upgrade requests. Whoever may not come in is let in and closed
 * at once: a browser tells a page the code of a closed socket, but nothing of a failed request.
 */
export function acceptUpgrades(server: Server, realtime: Realtime, checks: ConnectChecks): void {
  const sockets = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    maxPayload: realtime.limits.frameBytes,
    // With it, each connection takes many times the memory.
    perMessageDeflate: false,
    // Ours answers pings only while the other side takes the answers.
    autoPong: false,
    closeTimeout: realtime.limits.closeTimeoutMs,
    // The type of the options does not know closeTimeout yet.
  } as ConstructorParameters<typeof WebSocketServer>[0]);
  let waiting = 0;

  const decide = async (request: IncomingMessage, raw: Duplex, head: Buffer) => {
    waiting += 1;
    const fault = await checks(request, waiting);
    waiting -= 1;
    if (raw.destroyed) return;
    if (fault) realtime.counters.refuse(fault);
    sockets.handleUpgrade(request, raw, head, (socket) => {
      raw.off('error', ignore);
      if (fault) turnAway(socket, fault);
      else openConnection(realtime, socket);
    });
  };
  server.on('upgrade', (request: IncomingMessage, raw: Duplex, head: Buffer) => {
    raw.on('error', ignore);
    decide(request, raw, head).catch((error) => {
      realtime.log.error({ err: error }, 'a socket could not be opened');
      raw.destroy();
    });
  });
}

function turnAway(socket: WebSocket, fault: Fault): void {
  socket.on('error', ignore);
  socket.close(closings[fault].code, closings[fault].reason);
}

/** A socket that breaks is gone, and nobody is left to tell. */
function ignore(): void {}
