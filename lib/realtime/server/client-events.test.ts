import { expect, test } from 'vitest';
import { connectPusher, join, until } from './testing/pusher-client';
import { connectRaw } from './testing/raw-client';
import { realtimeWorld } from './testing/realtime-world';
import { subscribeRaw } from './testing/subscribe-raw';

test('an event of a client reaches the others of its private channel', async () => {
  const { port, api } = await realtimeWorld();
  const [ada, bob] = [await connectPusher(port, api), await connectPusher(port, api)];
  const from = await join(ada, 'private-room');
  const got = until(await join(bob, 'private-room'), 'client-typing');
  expect(from.trigger('client-typing', { who: 'ada' })).toBe(true);
  expect(await got).toEqual({ who: 'ada' });
});

test('the sender gets nothing back, and is named only where membership is known', async () => {
  const { port } = await realtimeWorld();
  const [ada, bob] = [await connectRaw(port), await connectRaw(port)];
  for (const channel of ['private-room', 'presence-room']) {
    const isPresence = channel.startsWith('presence');
    await subscribeRaw(ada, channel, isPresence ? { user_id: 'ada' } : undefined);
    await subscribeRaw(bob, channel, isPresence ? { user_id: 'bob' } : undefined);
    await ada.settle();
    ada.send({ event: 'client-x', channel, data: { a: [1] }, user_id: 'forged' });
    const user_id = isPresence ? 'ada' : undefined;
    const got = await bob.next('client-x');
    expect(got).toEqual({ event: 'client-x', channel, data: { a: [1] }, user_id });
    expect(await ada.settle()).toEqual([]);
  }
});

test.each<[why: string, message: object]>([
  ['to a public channel', { event: 'client-x', channel: 'news', data: 1 }],
  ['to a channel not held', { event: 'client-x', channel: 'private-other', data: 1 }],
  ['to no channel', { event: 'client-x', data: 1 }],
  ['to a user', { event: 'client-x', channel: '#server-to-user-ada', data: 1 }],
  [
    'with an endless name',
    { event: `client-${'x'.repeat(200)}`, channel: 'private-room', data: 1 },
  ],
  ['that is too long', { event: 'client-x', channel: 'private-room', data: 'ä'.repeat(5121) }],
])('an event %s is refused and reaches nobody', async (_, message) => {
  const { port } = await realtimeWorld();
  const [ada, bob] = [await connectRaw(port), await connectRaw(port)];
  for (const one of [ada, bob]) {
    await subscribeRaw(one, 'news');
    await subscribeRaw(one, 'private-room');
  }
  await subscribeRaw(bob, 'private-other');
  ada.send(message);
  expect((await ada.next('pusher:error')).data).toMatchObject({ code: 4300 });
  expect(await bob.settle()).toEqual([]);
});

test.each(['xclient-y', 'told', 'pusher:told', 'pusher_internal:member_added'])(
  'a client cannot send %s',
  async (event) => {
    const { port } = await realtimeWorld();
    const [ada, bob] = [await connectRaw(port), await connectRaw(port)];
    await subscribeRaw(ada, 'private-room');
    await subscribeRaw(bob, 'private-room');
    ada.send({ event, channel: 'private-room', data: '{}' });
    expect((await ada.next('pusher:error')).data).toMatchObject({ code: 4200 });
    expect(await bob.settle()).toEqual([]);
  },
);

test('more than so many a second are dropped, each with an error', async () => {
  const { port, server } = await realtimeWorld({ limits: { clientEventsPerSecond: 3 } });
  const [ada, bob] = [await connectRaw(port), await connectRaw(port)];
  await subscribeRaw(ada, 'private-room');
  await subscribeRaw(bob, 'private-room');
  for (let n = 0; n < 30; n += 1) ada.send({ event: 'client-x', channel: 'private-room', data: n });
  const errors = await ada.settle();
  const passed = await bob.settle();
  expect(errors[0]?.data).toMatchObject({ code: 4301 });
  // A second may end in between.
  expect(passed.length).toBeLessThanOrEqual(6);
  expect(errors.length + passed.length).toBe(30);
  expect(server.stats().refused).toEqual({ clientEventRate: errors.length });
});

test('an event of just the allowed length passes', async () => {
  const { port } = await realtimeWorld();
  const [ada, bob] = [await connectRaw(port), await connectRaw(port)];
  await subscribeRaw(ada, 'private-room');
  await subscribeRaw(bob, 'private-room');
  const data = 'ä'.repeat(5120);
  ada.send({ event: 'client-x', channel: 'private-room', data });
  expect((await bob.next('client-x')).data).toBe(data);
});
