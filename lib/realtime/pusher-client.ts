import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import Pusher from 'pusher';
import { type RealtimeApp, realtimeApp } from './realtime-app';

const timeout = 3000;

interface Kept {
  of: string;
  pusher: Pusher;
}

// On globalThis: pages, routes and instrumentation are bundled apart and would each have their own.
const holder = globalThis as unknown as { tenantryPusher?: Kept };

/**
 * The way to the Pusher-protocol server, on kept connections; null where there is none.
 * Node alone: the library signs with Node's crypto.
 */
export function pusherClient(): Pusher | null {
  const app = realtimeApp();
  if (!app) return null;
  const of = JSON.stringify(app);
  if (holder.tenantryPusher?.of !== of) holder.tenantryPusher = { of, pusher: makePusher(app) };
  return holder.tenantryPusher.pusher;
}

function makePusher(app: RealtimeApp): Pusher {
  const { appId, key, secret, port } = app;
  const useTLS = app.kind === 'external' && app.useTLS;
  const Agent = useTLS ? HttpsAgent : HttpAgent;
  const agent = new Agent({ keepAlive: true, maxSockets: 8 }) as HttpAgent;
  const base = { appId, key, secret, useTLS, timeout, agent };
  if (app.kind === 'embedded')
    return new Pusher({ ...base, host: '127.0.0.1', port: String(port) });
  if (app.host) return new Pusher({ ...base, host: app.host, port: String(port) });
  return new Pusher({ ...base, cluster: app.cluster });
}
