import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';
import { startRealtimeServer } from '@/lib/realtime/server/start-realtime-server';

// Started by socket-server with what it is to be: the embedded server, or nothing but sockets. Tells
// its port, how much memory it takes when it is asked, and sends bytes to all when it is told to.
const [kind] = process.argv.slice(2);

if (kind === 'embedded') await serveEmbedded();
else serveBare();
process.once('disconnect', () => process.exit(0));

async function serveEmbedded(): Promise<void> {
  const { port } = await startRealtimeServer({
    app: { id: '1', key: 'key', secret: 'secret' },
    limits: { connectionsPerAddressPerMinute: 1_000_000, signInTimeoutMs: 0 },
    holdsProcess: true,
  });
  answer(() => {});
  process.send?.({ port });
}

function serveBare(): void {
  const server = createServer();
  const sockets = new WebSocketServer({ server, clientTracking: true });
  server.listen(0, '127.0.0.1', 4096, () => {
    process.send?.({ port: (server.address() as AddressInfo).port });
  });
  answer((bytes) => {
    const buffer = Buffer.from(bytes);
    for (const socket of sockets.clients as Set<WebSocket>) socket.send(buffer, { binary: false });
  });
}

function answer(send: (bytes: string) => void): void {
  process.on('message', (message: { send?: string; memory?: true }) => {
    if (message.send) send(message.send);
    if (message.memory) {
      globalThis.gc?.();
      process.send?.({ memory: process.memoryUsage().rss });
    }
  });
}
