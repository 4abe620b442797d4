import { once } from 'node:events';
import { createConnection } from 'node:net';
import { expect, test } from 'vitest';
import { connectPusher, makePusher, until } from './testing/pusher-client';
import { connectRaw, openRaw } from './testing/raw-client';
import { apiOf, app, realtimeWorld } from './testing/realtime-world';
import { signInRaw, subscribeRaw } from './testing/subscribe-raw';

const good = `/app/${app.key}?protocol=7`;

test('a client is greeted with an id of its own and how long it may be silent', async () => {
  const { port } = await realtimeWorld({ limits: { activityTimeoutSeconds: 31 } });
  const { inbox } = openRaw(port);
  expect(await inbox.next('pusher:connection_established')).toEqual({
    event: 'pusher:connection_established',
    data: { socket_id: expect.stringMatching(/^\d+\.\d+$/), activity_timeout: 31 },
  });
});

test.each<[address: string, code: number]>([
  ['/app/other-key?protocol=7', 4001],
  ['/app/__proto__?protocol=7', 4001],
  ['/?protocol=7', 4005],
  ['/app/?protocol=7', 4005],
  [`/apps/${app.key}?protocol=7`, 4005],
  [`/app/${app.key}/x?protocol=7`, 4005],
  [`/app/${app.key}?protocol=seven`, 4006],
  [`${good}&version=%00`, 4006],
  [`/app/${app.key}?protocol=6`, 4007],
  [`/app/${app.key}?protocol=8`, 4007],
  [`/app/${app.key}`, 4008],
  [`/app/${app.key}?protocol=`, 4008],
])('a socket to %s is closed with %i, and no error before it', async (address, code) => {
  const { port, server } = await realtimeWorld();
  const { socket, closed } = openRaw(port, address);
  const messages: unknown[] = [];
  socket.on('message', (bytes) => messages.push(String(bytes)));
  expect(await closed).toMatchObject({ code });
  expect(messages).toEqual([]);
  expect(server.stats().connections).toBe(0);
});

test('pusher-js stays away from where its key is unknown', async () => {
  const { port } = await realtimeWorld({ app: { ...app, key: 'another' } });
  const client = makePusher(port, apiOf(port));
  await until(client.connection, 'disconnected');
});

test('sockets can have a path of their own', async () => {
  const { port, api } = await realtimeWorld({ wsPath: '/live' });
  expect(await openRaw(port).closed).toMatchObject({ code: 4005 });
  expect(await openRaw(port, `/dead${good}`).closed).toMatchObject({ code: 4005 });
  await openRaw(port, `/live${good}`).inbox.next('pusher:connection_established');
  await api.trigger('news', 'told', 1);
});

test('there are only so many connections, and room again when one goes', async () => {
  const { port, server } = await realtimeWorld({ limits: { connections: 2 } });
  const [ada] = [await connectRaw(port), await connectRaw(port)];
  expect(await openRaw(port).closed).toMatchObject({ code: 4004 });
  ada.socket.close();
  await expect.poll(() => server.stats().connections).toBe(1);
  await connectRaw(port);
});

test('pages of allowed origins and programs may connect, other pages may not', async () => {
  const asked: string[] = [];
  const { port } = await realtimeWorld({
    isAllowedOrigin: async (origin) => {
      asked.push(origin);
      return origin === 'https://acme.example.com';
    },
  });
  await connectRaw(port, { origin: 'https://acme.example.com' });
  await connectRaw(port);
  for (const origin of ['https://evil.example.com', 'null']) {
    expect(await openRaw(port, good, { origin }).closed).toMatchObject({ code: 4009 });
  }
  expect(asked).toEqual(['https://acme.example.com', 'https://evil.example.com', 'null']);
});

test.each<[how: string, isAllowedOrigin: () => boolean | Promise<boolean>]>([
  ['fails', () => Promise.reject(new Error('away'))],
  [
    'throws',
    () => {
      throw new Error('away');
    },
  ],
  ['hangs', () => new Promise(() => {})],
])('when the check of an origin %s, the client is told to come later', async (_, check) => {
  const { port } = await realtimeWorld({
    isAllowedOrigin: check,
    limits: { originTimeoutMs: 50 },
  });
  const { closed } = openRaw(port, good, { origin: 'https://a.example.com' });
  expect(await closed).toMatchObject({ code: 4100 });
});

test('a client that leaves while its origin is checked leaves nothing behind', async () => {
  let allow = (_: boolean) => {};
  const asked = new Promise<void>((resolve) => {
    allow = () => resolve();
  });
  let answer = (_: boolean) => {};
  const { port, server } = await realtimeWorld({
    isAllowedOrigin: () =>
      new Promise((resolve) => {
        allow(true);
        answer = resolve;
      }),
  });
  const { socket, closed } = openRaw(port, good, { origin: 'https://a.example.com' });
  await asked;
  socket.terminate();
  await closed;
  answer(true);
  await connectRaw(port);
  expect(server.stats().connections).toBe(1);
});

test('an address may connect only so often a minute', async () => {
  const { port, server } = await realtimeWorld({
    limits: { connectionsPerAddressPerMinute: 2 },
    clientAddressOf: (request) => String(request.headers['x-forwarded-for']),
  });
  const from = (address: string) => ({ headers: { 'x-forwarded-for': address } });
  await connectRaw(port, from('192.0.2.1'));
  await connectRaw(port, from('192.0.2.1'));
  expect(await openRaw(port, good, from('192.0.2.1')).closed).toMatchObject({ code: 4100 });
  await connectRaw(port, from('192.0.2.2'));
  expect(server.stats().refused).toEqual({ addressRate: 1 });
});

test('a socket that nobody vouches for is closed, others stay', async () => {
  const { port, server } = await realtimeWorld({ limits: { signInTimeoutMs: 600 } });
  const [none, open, inRoom, signedIn] = await Promise.all(
    [1, 2, 3, 4].map(() => connectRaw(port)),
  );
  if (!none || !open || !inRoom || !signedIn) throw new Error('no sockets');
  await subscribeRaw(open, 'news');
  await subscribeRaw(inRoom, 'private-room');
  await signInRaw(signedIn, { id: 'ada' });
  expect(await none.closed).toMatchObject({ code: 4009 });
  expect(await open.closed).toMatchObject({ code: 4009 });
  expect(await inRoom.settle()).toEqual([]);
  expect(await signedIn.settle()).toEqual([]);
  expect(server.stats().connections).toBe(2);
});

test('pusher-js stays away after it was closed for not signing in', async () => {
  const { port, api } = await realtimeWorld({ limits: { signInTimeoutMs: 100 } });
  const client = await connectPusher(port, api);
  const error = until<{ data: { code: number } }>(client.connection, 'error');
  await until(client.connection, 'disconnected');
  expect((await error).data.code).toBe(4009);
});

test('a port that is taken is said', async () => {
  const { port } = await realtimeWorld();
  await expect(realtimeWorld({ port })).rejects.toThrow(/EADDRINUSE/);
});

test('what is no request at all is answered and forgotten', async () => {
  const { port } = await realtimeWorld();
  for (const text of ['\x16\x03\x01', 'GET / HTTP/9\r\n\r\n', 'CONNECT a:1 HTTP/1.1\r\n\r\n']) {
    const socket = createConnection(port, '127.0.0.1');
    socket.on('error', () => {});
    socket.resume().write(text);
    await once(socket, 'close');
  }
  const upgrade = createConnection(port, '127.0.0.1').resume();
  upgrade.write(
    `GET ${good} HTTP/1.1\r\nHost: a\r\nConnection: upgrade\r\nUpgrade: websocket\r\n\r\n`,
  );
  await once(upgrade, 'close');
  await connectRaw(port);
});
