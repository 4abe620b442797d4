import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { env } from '../env';

/** Something the application told the server of the Pusher protocol. */
export interface ToldEvent {
  name: string;
  channels: string[];
  data: unknown;
  /** The connection that is not told. */
  socketId?: string;
}

export interface PusherListener {
  /** In the order in which it came. */
  events: ToldEvent[];
  /** Gives what came and forgets it. */
  take(): ToldEvent[];
  stop(): Promise<void>;
}

/** Stands in for a Pusher server: takes what this process publishes and keeps it. */
export async function listenForPusher(): Promise<PusherListener> {
  const events: ToldEvent[] = [];
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const { name, channels, data, socket_id } = JSON.parse(Buffer.concat(parts).toString('utf8'));
    events.push({ name, channels, data: JSON.parse(data), socketId: socket_id });
    response.setHeader('content-type', 'application/json').end('{}');
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  const app = { PUSHER_APP_ID: '1', PUSHER_KEY: 'key', PUSHER_SECRET: 'secret' };
  const place = { PUSHER_HOST: '127.0.0.1', PUSHER_PORT: port, PUSHER_USE_TLS: false };
  Object.assign(env(), { ...app, ...place });
  return {
    events,
    take: () => events.splice(0),
    stop: async () => {
      Object.assign(env(), { PUSHER_APP_ID: undefined, PUSHER_HOST: undefined });
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
