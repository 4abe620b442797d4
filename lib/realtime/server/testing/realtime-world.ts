import Pusher from 'pusher';
import { onTestFinished } from 'vitest';
import type { RealtimeServer, RealtimeServerOptions } from '../realtime-options';
import { startRealtimeServer } from '../start-realtime-server';

export const app = { id: '4711', key: 'test-key', secret: 'test-secret' };

/** A server on a port of its own, and the library by which an application talks to it. */
export interface RealtimeWorld {
  server: RealtimeServer;
  port: number;
  api: Pusher;
  /** What the server logged as errors. A server that stays well logs none. */
  errors: object[];
}

/** Starts a server for the running test, after which it is closed. */
export async function realtimeWorld(
  options: Partial<RealtimeServerOptions> = {},
): Promise<RealtimeWorld> {
  const errors: object[] = [];
  const log = { info: () => {}, warn: () => {}, error: (fields: object) => errors.push(fields) };
  const limits = { closeTimeoutMs: 300, shutdownLingerMs: 0, ...options.limits };
  const server = await startRealtimeServer({ app, log, ...options, limits });
  onTestFinished(() => server.close());
  return { server, port: server.port, api: apiOf(server.port), errors };
}

/** The application's library, for the server on this port. */
export function apiOf(port: number, { id, key, secret } = app): Pusher {
  return new Pusher({
    appId: id,
    key,
    secret,
    host: '127.0.0.1',
    port: String(port),
    useTLS: false,
    encryptionMasterKeyBase64: Buffer.alloc(32, 7).toString('base64'),
  });
}
