import { execFile } from 'node:child_process';
import { request } from 'node:http';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { connectPusher, join, until } from './testing/pusher-client';
import { connectRaw, openRaw } from './testing/raw-client';
import { app, realtimeWorld } from './testing/realtime-world';
import { askRaw, subscribeRaw } from './testing/subscribe-raw';

test('clients are told to come back, one after another, and nothing more', async () => {
  const { port, server } = await realtimeWorld();
  const sockets = await Promise.all(Array.from({ length: 100 }, () => connectRaw(port)));
  await Promise.all(
    sockets.map((socket, at) => subscribeRaw(socket, 'presence-a', { user_id: `${at}` })),
  );
  await Promise.all(sockets.map((socket) => socket.settle()));
  const last = sockets.at(-1);
  const late: string[] = [];
  last?.socket.on('message', (bytes) => late.push(String(bytes)));
  const times: number[] = [];
  const closed = sockets.map(async (socket) => {
    const { code } = await socket.closed;
    times.push(performance.now());
    return code;
  });
  await server.close();
  expect(new Set(await Promise.all(closed))).toEqual(new Set([4200]));
  expect(Math.max(...times) - Math.min(...times)).toBeGreaterThan(80);
  expect(late).toEqual([]);
  expect(server.stats().connections).toBe(0);
});

test('whoever comes while it stops is told to come later', async () => {
  const { port, server } = await realtimeWorld({ limits: { closeTimeoutMs: 500 } });
  const sockets = await Promise.all(Array.from({ length: 100 }, () => connectRaw(port)));
  const stopped = server.close();
  expect(server.close()).toBe(stopped);
  expect(await openRaw(port).closed).toMatchObject({ code: 4100 });
  await stopped;
  expect(await sockets[0]?.closed).toMatchObject({ code: 4200 });
  expect(await openRaw(port).closed).toMatchObject({ code: 1006 });
});

test('sockets and requests that never end do not hold it up for long', async () => {
  const { port, server } = await realtimeWorld();
  const mute = await connectRaw(port);
  mute.socket.pause();
  const idle = request({ port, host: '127.0.0.1', method: 'POST', path: `/apps/${app.id}/events` });
  idle.on('error', () => {});
  idle.setHeader('content-length', '10');
  idle.write('x');
  const begun = performance.now();
  await server.close();
  expect(performance.now() - begun).toBeLessThan(1500);
});

test('pusher-js comes back to the next server, into its channels', async () => {
  const first = await realtimeWorld({ limits: { shutdownLingerMs: 250 } });
  const client = await connectPusher(first.port, first.api, { id: 'ada' });
  const channel = await join(client, 'private-room');
  const away = until(client.connection, 'connecting');
  await first.server.close();
  await away;
  const second = await realtimeWorld({ port: first.port });
  await until(channel, 'pusher:subscription_succeeded');
  const got = until(channel, 'told');
  await second.api.trigger('private-room', 'told', 'again');
  expect(await got).toBe('again');
});

test('a signature for the last server’s socket is worth nothing at the next', async () => {
  const first = await realtimeWorld();
  const { socketId } = await connectRaw(first.port);
  await first.server.close();
  const ada = await connectRaw((await realtimeWorld({ port: first.port })).port);
  askRaw({ ...ada, socketId }, 'private-room');
  await ada.next('pusher:subscription_error');
});

test.each<[how: string, options: string, line: string, expected: string]>([
  ['open sockets and timers do not hold a process', '', '', 'exit'],
  ['a process closes in order though nothing holds it', '', 'await server.close();', 'closed exit'],
  [
    'a server can hold its process, till it is closed',
    'holdsProcess: true',
    'setTimeout(() => server.close(), 50).unref();',
    '4200 exit',
  ],
])('%s', async (_, options, line, expected) => {
  const script = `
    import { WebSocket } from 'ws';
    import { startRealtimeServer } from './lib/realtime/server/start-realtime-server.ts';
    const app = ${JSON.stringify(app)};
    const server = await startRealtimeServer({ app, ${options} });
    const socket = new WebSocket('ws://127.0.0.1:' + server.port + '/app/${app.key}?protocol=7');
    socket.on('close', (code) => { if (${options !== ''}) console.log(code); });
    await new Promise((resolve) => socket.once('message', resolve));
    socket._socket.unref();
    process.on('exit', () => console.log('exit'));
    ${line}
    ${line.startsWith('await') ? "console.log('closed');" : ''}
  `;
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--import', 'tsx', '--input-type=module', '-e', script],
    { timeout: 20_000 },
  );
  expect(stdout.trim().split(/\s+/).join(' ')).toBe(expected);
});
