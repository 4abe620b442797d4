import type { Connection } from '../connections/connection';
import type { Realtime } from '../realtime';
import { clientEvent } from './client-event';
import { errorCodes } from './codes';
import { errorFrame, ownFrame } from './frames';
import { type ClientFrame, readFrame } from './read-frame';
import { signIn } from './sign-in';
import { subscribe } from './subscribe';
import { unsubscribe } from './unsubscribe';

type Handler = (realtime: Realtime, connection: Connection, frame: ClientFrame) => void;

const handlers = new Map<string, Handler>([
  ['pusher:ping', (_, connection) => connection.send(ownFrame('pusher:pong', {}))],
  ['pusher:pong', () => {}],
  ['pusher:subscribe', subscribe],
  ['pusher:unsubscribe', unsubscribe],
  ['pusher:signin', signIn],
]);

/** Does what a client's message asks for. Never throws: one bad message must not stop the server. */
export function receiveFrame(
  realtime: Realtime,
  connection: Connection,
  bytes: Buffer,
  isBinary: boolean,
): void {
  realtime.counters.messagesIn += 1;
  connection.talked = true;
  try {
    if (isBinary) connection.end('binaryMessage');
    else handle(realtime, connection, bytes.toString());
  } catch (error) {
    // JSON nested so deep that it cannot be written again is the client's fault.
    if (!(error instanceof RangeError)) {
      const { socketId } = connection;
      realtime.log.error({ err: error, socketId }, 'a message was not handled');
    }
    refuse(realtime, connection, 'This message cannot be handled');
  }
}

function handle(realtime: Realtime, connection: Connection, text: string): void {
  const frame = readFrame(text);
  const handler = frame && handlerOf(frame.event);
  if (handler) handler(realtime, connection, frame);
  else refuse(realtime, connection, frame ? 'There is no such event' : 'This is no message');
}

function handlerOf(event: string): Handler | undefined {
  return event.startsWith('client-') ? clientEvent : handlers.get(event);
}

function refuse({ counters }: Realtime, connection: Connection, message: string): void {
  counters.refuse('badMessage');
  connection.send(errorFrame(errorCodes.badMessage, message));
}
