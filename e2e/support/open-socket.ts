import WebSocket from 'ws';
import type { TestServer } from './server';

/**
 * Opens the realtime connection of a page of some host, as a browser there would.
 *
 * @param at.key - the application's key, as `/api/realtime/config` tells it.
 * @returns the first thing the server says; otherwise what it answered instead.
 */
export function openSocket(
  server: Pick<TestServer, 'port'>,
  { host, key }: { host: string; key: string },
): Promise<string> {
  const origin = `http://${host}:${server.port}`;
  const address = `ws://127.0.0.1:${server.port}/app/${key}?protocol=7`;
  const socket = new WebSocket(address, { origin, headers: { host: `${host}:${server.port}` } });
  return new Promise<string>((resolve) => {
    socket.on('message', (data) => resolve((JSON.parse(String(data)) as { event: string }).event));
    socket.on('unexpected-response', (_request, { statusCode }) => resolve(`${statusCode}`));
    socket.on('error', ({ message }) => resolve(message));
    socket.on('close', (code) => resolve(`closed ${code}`));
  }).finally(() => socket.terminate());
}
