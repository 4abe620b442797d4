import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { isServedHost } from '../domains/is-served-host';
import { acquireLock, LockHeldError } from '../embedded/file-lock.mjs';
import { env, isServerless, offerRealtimePort, ownOrigin } from '../env';
import { log } from '../log';
import { embeddedAppToStart, writeEmbeddedApp } from './embedded-app';
import { hasExternalServer, readEmbeddedApp } from './realtime-app';
import type { RealtimeServer } from './server/realtime-options';
import { startRealtimeServer } from './server/start-realtime-server';

const lookAgainMs = 2000;

/** The part of the embedded server that this process has. */
interface Host {
  stop(): Promise<void>;
}

// On globalThis: a reload in development must not start another.
const holder = globalThis as unknown as { tenantryRealtime?: Host };

/**
 * Starts the embedded server, unless another one is configured. Of several processes on one machine
 * the first has it and the others pass sockets on to it; when it ends one of them takes over, on the
 * same port.
 */
export async function hostEmbeddedServer(): Promise<void> {
  if (hasExternalServer() || isServerless() || holder.tenantryRealtime) return;
  const host = await beginHosting();
  holder.tenantryRealtime = host;
  // Sockets that are passed on keep the process until this end closes them.
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => host.stop());
}

async function beginHosting(): Promise<Host> {
  let server: RealtimeServer | null = null;
  let release: (() => void) | undefined;
  let isStopped = false;
  let looking: Promise<void> | undefined;
  const look = async () => {
    if (isStopped || server) return;
    release = await takeLock();
    if (release) server = await start();
    else offerPort(readEmbeddedApp()?.port);
  };
  // One at a time: a second look would find the lock taken, by this process itself.
  const tryLook = () => {
    looking ??= look()
      .catch((err) => {
        release?.();
        log.error({ event: 'realtime.failed', err }, 'the realtime server does not start');
      })
      .finally(() => {
        looking = undefined;
      });
    return looking;
  };
  await tryLook();
  const timer = setInterval(tryLook, lookAgainMs);
  timer.unref();
  return {
    stop: async () => {
      isStopped = true;
      clearInterval(timer);
      await server?.close();
      release?.();
    },
  };
}

async function takeLock(): Promise<(() => void) | undefined> {
  try {
    return await acquireLock(join(env().DATA_DIR, 'realtime.lock'), { timeoutMs: 0 });
  } catch (error) {
    if (error instanceof LockHeldError) return undefined;
    throw error;
  }
}

async function start(): Promise<RealtimeServer> {
  const app = embeddedAppToStart();
  const options = {
    app: { id: app.appId, key: app.key, secret: app.secret },
    isAllowedOrigin,
    clientAddressOf,
    webhooks: [{ url: `${ownOrigin()}/api/internal/realtime` }],
    log,
  };
  const server = await startRealtimeServer({ ...options, port: app.port }).catch(() =>
    // Somebody else has taken the port meanwhile.
    startRealtimeServer({ ...options, port: 0 }),
  );
  writeEmbeddedApp({ ...app, port: server.port });
  offerPort(server.port);
  log.info({ event: 'realtime.started', port: server.port }, 'the realtime server listens');
  return server;
}

/** For the middleware, which passes sockets on. */
function offerPort(port: number | undefined): void {
  if (port) offerRealtimePort(port);
}

/** Pages of this installation's own hosts, a new domain's as soon as it is verified. */
async function isAllowedOrigin(origin: string): Promise<boolean> {
  if (!URL.canParse(origin)) return false;
  const { protocol, hostname } = new URL(origin);
  return /^https?:$/.test(protocol) && isServedHost(hostname);
}

/** The address next to this server that said it: Next adds the connection's own at the end. */
function clientAddressOf({ headers, socket }: IncomingMessage): string {
  const said = String(headers['x-forwarded-for'] ?? '').split(',');
  return said.at(-1)?.trim() || socket.remoteAddress || 'unknown';
}
