import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Pusher from 'pusher-js';
import { env } from '../env';
import { newEmbeddedApp, writeEmbeddedApp } from '../realtime/embedded-app';
import type { RealtimeServer } from '../realtime/server/realtime-options';
import { startRealtimeServer } from '../realtime/server/start-realtime-server';

/** A real embedded server, where this process publishes to from now on. */
export interface RealtimeTrial {
  server: RealtimeServer;
  /** Connects a page's client, whose subscriptions are signed by `sign`. */
  connect(sign: (socketId: string, name: string) => Promise<{ auth: string } | null>): Pusher;
  close(): Promise<void>;
}

/** Starts one with keys of its own, in a data folder of its own. */
export async function startRealtimeTrial(): Promise<RealtimeTrial> {
  const folder = mkdtempSync(join(tmpdir(), 'tenantry-realtime-'));
  const before = env().DATA_DIR;
  env().DATA_DIR = folder;
  const app = newEmbeddedApp();
  const { appId: id, key, secret } = app;
  const server = await startRealtimeServer({ app: { id, key, secret } });
  writeEmbeddedApp({ ...app, port: server.port });
  const clients: Pusher[] = [];
  return {
    server,
    connect: (sign) => {
      const client = new Pusher(key, {
        cluster: 'local',
        wsHost: '127.0.0.1',
        wsPort: server.port,
        forceTLS: false,
        enabledTransports: ['ws'],
        channelAuthorization: {
          transport: 'ajax',
          endpoint: '',
          customHandler: async ({ socketId, channelName }, answer) => {
            const token = await sign(socketId, channelName);
            answer(token ? null : new Error('refused'), token);
          },
        },
      });
      clients.push(client);
      return client;
    },
    close: async () => {
      for (const client of clients) client.disconnect();
      await server.close();
      env().DATA_DIR = before;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
