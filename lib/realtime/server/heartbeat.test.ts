import { expect, test } from 'vitest';
import { connectPusher } from './testing/pusher-client';
import { connectRaw } from './testing/raw-client';
import { realtimeWorld } from './testing/realtime-world';

const limits = { pingIntervalMs: 40, pongTimeoutMs: 200 };

test('who answers pings stays, who does not is closed', async () => {
  const { port, api, server } = await realtimeWorld({ limits });
  const [dead, alive] = [await connectRaw(port, { autoPong: false }), await connectRaw(port)];
  const client = await connectPusher(port, api);
  let pings = 0;
  alive.socket.on('ping', () => {
    pings += 1;
  });
  expect(await dead.closed).toMatchObject({ code: 4201 });
  await expect.poll(() => pings).toBeGreaterThan(3);
  expect(client.connection.state).toBe('connected');
  expect(await alive.settle()).toEqual([]);
  expect(server.stats()).toMatchObject({ connections: 2, refused: { noPong: 1 } });
});

test('any message says that somebody is there', async () => {
  const { port, server } = await realtimeWorld({ limits });
  const ada = await connectRaw(port, { autoPong: false });
  for (const end = Date.now() + 500; Date.now() < end; ) await ada.settle().then(pauseShortly);
  expect(server.stats().connections).toBe(1);
});

test('a socket that is broken, not closed, goes too', async () => {
  const { port, server } = await realtimeWorld({ limits });
  const ada = await connectRaw(port);
  ada.socket.pause();
  await expect.poll(() => server.stats().connections).toBe(0);
});

test('where nothing is said for very long the socket is closed', async () => {
  const { port } = await realtimeWorld({ limits: { ...limits, idleTimeoutMs: 150 } });
  const ada = await connectRaw(port);
  expect(await ada.closed).toMatchObject({ code: 4202 });
});

function pauseShortly() {
  return new Promise((resolve) => setTimeout(resolve, 10));
}
