import { onTestFinished } from 'vitest';
import { type ClientOptions, WebSocket } from 'ws';
import { app } from './realtime-world';
import { within } from './within';

/** A message as it came. `data` is also parsed, where it is JSON within JSON. */
export interface Received {
  event: string;
  channel?: string;
  data?: unknown;
  user_id?: string;
}

/** A client without a library, which can also say what no library would. */
export interface RawClient {
  socket: WebSocket;
  socketId: string;
  send(message: object): void;
  /** The next message of this name; those before it are passed over. */
  next(event: string): Promise<Received>;
  /** Everything that came and was not waited for, after the server has answered a ping. */
  settle(): Promise<Received[]>;
  closed: Promise<{ code: number; reason: string }>;
}

const address = `/app/${app.key}?protocol=7&client=js&version=8.6.0&flash=false`;

/** Opens a socket and does not wait for a greeting: the server may refuse it. */
export function openRaw(port: number, path = address, options: ClientOptions = {}) {
  const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`, options);
  const inbox = new Inbox(socket);
  onTestFinished(() => socket.terminate());
  socket.on('error', () => {});
  const closed = new Promise<{ code: number; reason: string }>((resolve) => {
    socket.once('close', (code, reason) => resolve({ code, reason: String(reason) }));
  });
  return { socket, inbox, closed };
}

/** Connects, and is greeted. */
export async function connectRaw(port: number, options: ClientOptions = {}): Promise<RawClient> {
  const { socket, inbox, closed } = openRaw(port, address, options);
  const { data } = await inbox.next('pusher:connection_established');
  const send = (message: object) => socket.send(JSON.stringify(message));
  return {
    socket,
    socketId: (data as { socket_id: string }).socket_id,
    send,
    next: (event) => inbox.next(event),
    settle: async () => {
      send({ event: 'pusher:ping', data: {} });
      return (await inbox.until('pusher:pong')).passed;
    },
    closed,
  };
}

class Inbox {
  readonly #messages: Received[] = [];
  #wake = () => {};

  constructor(socket: WebSocket) {
    socket.on('message', (bytes) => {
      this.#messages.push(parsed(String(bytes)));
      this.#wake();
    });
  }

  async next(event: string): Promise<Received> {
    return (await this.until(event)).last;
  }

  /** The first of this name, and those that came before it. */
  async until(event: string): Promise<{ passed: Received[]; last: Received }> {
    const passed: Received[] = [];
    for (;;) {
      const message = await within(this.#shift(), `${event}, after ${JSON.stringify(passed)}`);
      if (message.event === event) return { passed, last: message };
      passed.push(message);
    }
  }

  async #shift(): Promise<Received> {
    for (;;) {
      const message = this.#messages.shift();
      if (message) return message;
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }
}

function parsed(text: string): Received {
  const message = JSON.parse(text) as Received;
  if (!message.event.startsWith('pusher') || typeof message.data !== 'string') return message;
  return { ...message, data: JSON.parse(message.data) };
}
