import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { connectPusher, until } from './testing/pusher-client';
import { connectRaw } from './testing/raw-client';
import { realtimeWorld } from './testing/realtime-world';
import { subscribeRaw } from './testing/subscribe-raw';

const kinds = ['cache-', 'private-cache-', 'presence-cache-'];

test.each(kinds)('%s gives the last event to whoever comes later', async (prefix) => {
  const { port, api } = await realtimeWorld();
  const channel = `${prefix}score`;
  const ada = await connectRaw(port);
  await subscribeRaw(ada, channel, prefix.startsWith('presence') ? { user_id: 'ada' } : undefined);
  expect(await ada.next('pusher:cache_miss')).toEqual({ event: 'pusher:cache_miss', channel });
  await api.trigger(channel, 'goal', '1:0');
  await api.trigger(channel, 'goal', '2:0', { socket_id: ada.socketId });
  expect(await ada.next('goal')).toMatchObject({ data: '1:0' });
  const client = await connectPusher(port, api, { id: 'bob' });
  expect(await until(client.subscribe(channel), 'goal')).toBe('2:0');
});

test('events of clients are not remembered', async () => {
  const { port } = await realtimeWorld();
  const [ada, bob] = [await connectRaw(port), await connectRaw(port)];
  await subscribeRaw(ada, 'private-cache-x');
  ada.send({ event: 'client-a', channel: 'private-cache-x', data: 1 });
  await ada.settle();
  await subscribeRaw(bob, 'private-cache-x');
  await bob.next('pusher:cache_miss');
});

test('other channels remember nothing', async () => {
  const { port, api } = await realtimeWorld();
  await api.trigger('news', 'told', 1);
  const ada = await connectRaw(port);
  await subscribeRaw(ada, 'news');
  expect(await ada.settle()).toEqual([]);
});

test('after its time an event is forgotten', async () => {
  const { port, api } = await realtimeWorld({ limits: { cacheTtlSeconds: 0.02 } });
  await api.trigger('cache-x', 'told', 1);
  await pause(40);
  const ada = await connectRaw(port);
  await subscribeRaw(ada, 'cache-x');
  await ada.next('pusher:cache_miss');
});

test('what is remembered has a bound, and the oldest goes first', async () => {
  const { port, api } = await realtimeWorld({ limits: { cacheBytes: 1000 } });
  for (const name of ['a', 'b', 'c']) await api.trigger(`cache-${name}`, 'told', 'x'.repeat(400));
  const ada = await connectRaw(port);
  await subscribeRaw(ada, 'cache-a');
  await ada.next('pusher:cache_miss');
  await subscribeRaw(ada, 'cache-c');
  await ada.next('told');
});
