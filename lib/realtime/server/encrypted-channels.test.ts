import { expect, test } from 'vitest';
import { connectPusher, join, until } from './testing/pusher-client';
import { connectRaw } from './testing/raw-client';
import { realtimeWorld } from './testing/realtime-world';
import { askRaw, subscribeRaw } from './testing/subscribe-raw';

const channel = 'private-encrypted-room';

test('a subscriber reads what the server itself cannot', async () => {
  const { port, api } = await realtimeWorld();
  const read = until(await join(await connectPusher(port, api), channel), 'told');
  const seen = await connectRaw(port);
  await subscribeRaw(seen, channel);
  await api.trigger(channel, 'told', { secret: 'word' });
  expect(await read).toEqual({ secret: 'word' });
  const { data } = await seen.next('told');
  expect(JSON.parse(String(data))).toEqual({
    nonce: expect.any(String),
    ciphertext: expect.any(String),
  });
  expect(data).not.toContain('word');
});

test('it asks for a signature, and takes no events of clients', async () => {
  const { port } = await realtimeWorld();
  const [ada, bob] = [await connectRaw(port), await connectRaw(port)];
  ada.send({ event: 'pusher:subscribe', data: { channel } });
  await ada.next('pusher:subscription_error');
  await subscribeRaw(ada, channel);
  await subscribeRaw(bob, channel);
  ada.send({ event: 'client-x', channel, data: 'plain' });
  expect((await ada.next('pusher:error')).data).toMatchObject({ code: 4300 });
  expect(await bob.settle()).toEqual([]);
});

test('an event for it is for it alone', async () => {
  const { api } = await realtimeWorld();
  const body = { name: 'told', data: 'x', channels: [channel, 'news'] };
  await expect(api.post({ path: '/events', body: body as never })).rejects.toMatchObject({
    status: 400,
  });
});

test('an encrypted cache channel remembers its last event', async () => {
  const { port, api } = await realtimeWorld();
  const name = 'private-encrypted-cache-room';
  await api.trigger(name, 'told', 'earlier');
  const client = await connectPusher(port, api);
  expect(await until(client.subscribe(name), 'told')).toBe('earlier');
  const ada = await connectRaw(port);
  askRaw(ada, name);
  await ada.next('told');
});
