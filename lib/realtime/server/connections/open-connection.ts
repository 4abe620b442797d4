import { randomInt } from 'node:crypto';
import type { WebSocket } from 'ws';
import { ownFrame } from '../protocol/frames';
import { receiveFrame } from '../protocol/receive-frame';
import type { Realtime } from '../realtime';
import { Connection } from './connection';
import { WebSocketLink } from './web-socket-link';

/** Makes a connection of a socket, greets it and lets it speak. */
export function openConnection(realtime: Realtime, socket: WebSocket): void {
  const connection = new Connection(realtime, newSocketId(realtime), new WebSocketLink(socket));
  realtime.connections.set(connection.socketId, connection);
  const timer = awaitSignIn(realtime, connection);
  const hear = (handle: () => void) => {
    if (connection.hasEnded) return;
    connection.heard();
    if (connection.frames.take()) handle();
    else connection.end('tooManyMessages');
  };
  // Text and binary messages come as one Buffer, as the server asks for nothing else.
  socket.on('message', (data, isBinary) =>
    hear(() => receiveFrame(realtime, connection, data as Buffer, isBinary)),
  );
  socket.on('ping', (payload) => hear(() => connection.pong(payload)));
  socket.on('pong', () => connection.heard());
  // What breaks a socket, a bad frame above all, also closes it, with the right code.
  socket.on('error', () => realtime.counters.refuse('brokenSocket'));
  socket.on('close', () => {
    clearTimeout(timer);
    connection.forget();
  });
  connection.send(
    ownFrame('pusher:connection_established', {
      socket_id: connection.socketId,
      activity_timeout: realtime.limits.activityTimeoutSeconds,
    }),
  );
}

/** Sockets that nobody vouches for do not stay. */
function awaitSignIn({ limits }: Realtime, connection: Connection): NodeJS.Timeout | undefined {
  const { signInTimeoutMs } = limits;
  // Node's timers do not wait longer, they fire at once.
  if (signInTimeoutMs <= 0 || signInTimeoutMs >= 2 ** 31) return undefined;
  return setTimeout(() => {
    if (!connection.isAuthorised) connection.end('signInTimeout');
  }, signInTimeoutMs).unref();
}

/** Two numbers with a dot between, as clients expect; not to be guessed. */
function newSocketId({ connections }: Realtime): string {
  for (;;) {
    const id = `${randomInt(2 ** 40)}.${randomInt(2 ** 40)}`;
    if (!connections.has(id)) return id;
  }
}
