import { setTimeout as pause } from 'node:timers/promises';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { callApi, callPlain, type RawCall } from './testing/call-api';
import { httpCalls, messages } from './testing/fuzz-arbitrary';
import { connectRaw, openRaw } from './testing/raw-client';
import { app, type RealtimeWorld, realtimeWorld } from './testing/realtime-world';
import { subscribeRaw } from './testing/subscribe-raw';

const seed = 20_261_130;

/** After whatever was sent, somebody new comes, subscribes and is told. */
async function expectWell({ port, api, errors }: RealtimeWorld): Promise<void> {
  const ada = await connectRaw(port);
  await subscribeRaw(ada, 'presence-still', { user_id: 'ada' });
  await api.trigger('presence-still', 'told', 'well');
  expect(await ada.next('told')).toMatchObject({ data: 'well' });
  ada.socket.close();
  expect(errors).toEqual([]);
}

test('no messages of clients stop the server or make it fail', async () => {
  const world = await realtimeWorld({
    limits: { connectionsPerAddressPerMinute: 1e6, framesPerSecond: 1e6 },
  });
  const run = async (sent: (string | Buffer)[]) => {
    const client = await connectRaw(world.port);
    await subscribeRaw(client, 'private-room');
    for (const one of sent) if (client.socket.readyState === 1) client.socket.send(one);
    await Promise.race([client.settle().catch(() => []), client.closed]);
    client.socket.terminate();
    expect(world.errors).toEqual([]);
  };
  await fc.assert(fc.asyncProperty(messages(), run), { seed, numRuns: 150 });
  await expectWell(world);
});

test('no bytes where messages should be stop it', async () => {
  const world = await realtimeWorld({ limits: { connectionsPerAddressPerMinute: 1e6 } });
  const run = async (bytes: Uint8Array) => {
    const { socket, inbox } = openRaw(world.port);
    await inbox.next('pusher:connection_established');
    // Beneath the library, so that these are frames only by chance.
    (socket as unknown as { _socket: import('node:net').Socket })._socket.write(bytes);
    await pause(1);
    socket.terminate();
  };
  const bytes = fc.uint8Array({ minLength: 1, maxLength: 300 });
  await fc.assert(fc.asyncProperty(bytes, run), { seed, numRuns: 150 });
  await expectWell(world);
});

test('no addresses of sockets stop it', async () => {
  const world = await realtimeWorld({
    isAllowedOrigin: (origin) => origin.includes('a'),
    limits: { connectionsPerAddressPerMinute: 1e6 },
  });
  const address = fc
    .tuple(
      fc.constantFrom('/app', '/apps', '//', '/app/%', `/app/${app.key}`),
      fc.webQueryParameters(),
    )
    .map(([path, query]) => `${path}?${query}&protocol=7`);
  const run = async (path: string) => {
    const { socket, closed } = openRaw(world.port, path, { origin: path.slice(0, 40) });
    await Promise.race([closed, new Promise((resolve) => socket.once('message', resolve))]);
    socket.terminate();
  };
  await fc.assert(fc.asyncProperty(address, run), { seed, numRuns: 100 });
  await expectWell(world);
});

test('no calls of the HTTP API stop it or make it fail', async () => {
  const world = await realtimeWorld();
  const run = async (call: RawCall) => {
    const signed = await callApi(world.port, call);
    expect([200, 400, 401, 404, 405, 413]).toContain(signed.status);
    const plain = await callPlain(world.port, `/apps/${app.id}${call.path}`, call);
    expect([400, 401, 404, 405]).toContain(plain.status);
    expect(JSON.parse(signed.body)).toBeTypeOf('object');
  };
  await fc.assert(fc.asyncProperty(httpCalls(), run), { seed, numRuns: 300 });
  await expectWell(world);
});
