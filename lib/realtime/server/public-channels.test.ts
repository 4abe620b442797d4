import { expect, test } from 'vitest';
import { collect, connectPusher, join, until } from './testing/pusher-client';
import { connectRaw } from './testing/raw-client';
import { realtimeWorld } from './testing/realtime-world';
import { subscribeRaw } from './testing/subscribe-raw';

test('an event reaches every subscriber of its channel, and nobody else', async () => {
  const { port, api } = await realtimeWorld();
  const [ada, bob, cleo] = await Promise.all([1, 2, 3].map(() => connectPusher(port, api)));
  const channels = await Promise.all([ada, bob].map((one) => join(one as never, 'news')));
  const other = await join(cleo as never, 'weather');
  const strays = collect(other, 'told');
  const got = channels.map((channel) => until(channel, 'told'));
  await api.trigger('news', 'told', { text: 'Grüße 😀' });
  expect(await Promise.all(got)).toEqual([{ text: 'Grüße 😀' }, { text: 'Grüße 😀' }]);
  const end = until(other, 'end');
  await api.trigger('weather', 'end', {});
  await end;
  expect(strays).toEqual([]);
});

test('the socket that caused an event can be left out', async () => {
  const { port, api } = await realtimeWorld();
  const [ada, bob] = [await connectRaw(port), await connectRaw(port)];
  await subscribeRaw(ada, 'news');
  await subscribeRaw(bob, 'news');
  await api.trigger('news', 'told', 1, { socket_id: ada.socketId });
  expect(await bob.next('told')).toEqual({ event: 'told', channel: 'news', data: '1' });
  expect(await ada.settle()).toEqual([]);
});

test('subscribing twice is answered twice and delivers once', async () => {
  const { port, api } = await realtimeWorld();
  const ada = await connectRaw(port);
  await subscribeRaw(ada, 'news');
  await subscribeRaw(ada, 'news');
  await api.trigger('news', 'told', 1);
  await ada.next('told');
  expect(await ada.settle()).toEqual([]);
});

test('after unsubscribing nothing comes, and the channel is gone with its last subscriber', async () => {
  const { port, api, server } = await realtimeWorld();
  const ada = await connectRaw(port);
  await subscribeRaw(ada, 'news');
  ada.send({ event: 'pusher:unsubscribe', data: { channel: 'news' } });
  expect(await ada.settle()).toEqual([]);
  await api.trigger('news', 'told', 1);
  expect(await ada.settle()).toEqual([]);
  expect(server.stats().channels).toBe(0);
});

test.each(['a:b', 'a/b', 'a b', '#a', '', 'ä', 'x'.repeat(165), '#server-to-user-'])(
  'a channel cannot be called %j',
  async (channel) => {
    const { port } = await realtimeWorld();
    const ada = await connectRaw(port);
    ada.send({ event: 'pusher:subscribe', data: { channel } });
    const { data } = await ada.next('pusher:subscription_error');
    expect(data).toMatchObject({ status: 400 });
  },
);

test.each(['x'.repeat(164), 'a-Z_0=@,.;', '__proto__', 'constructor'])(
  'a channel can be called %j',
  async (channel) => {
    const { port, api } = await realtimeWorld();
    const ada = await connectRaw(port);
    await subscribeRaw(ada, channel);
    await api.trigger(channel, 'told', 'x');
    expect(await ada.next('told')).toMatchObject({ channel });
    const answer = await api.get({ path: '/channels' });
    expect(await answer.text()).toBe(`{"channels":{${JSON.stringify(channel)}:{}}}`);
  },
);

test('a socket holds no more channels than it may', async () => {
  const { port } = await realtimeWorld({ limits: { channelsPerConnection: 2 } });
  const ada = await connectRaw(port);
  await subscribeRaw(ada, 'one');
  await subscribeRaw(ada, 'two');
  ada.send({ event: 'pusher:subscribe', data: { channel: 'three' } });
  expect((await ada.next('pusher:subscription_error')).data).toMatchObject({
    type: 'LimitReached',
    status: 429,
  });
  await subscribeRaw(ada, 'two');
});

test('subscribers are told how many they are only where that is asked for', async () => {
  const { port } = await realtimeWorld({ subscriptionCounts: true });
  const [ada, bob] = [await connectRaw(port), await connectRaw(port)];
  await subscribeRaw(ada, 'news');
  await subscribeRaw(bob, 'news');
  expect(await ada.next('pusher_internal:subscription_count')).toMatchObject({
    channel: 'news',
    data: { subscription_count: 2 },
  });
  bob.socket.close();
  expect((await ada.next('pusher_internal:subscription_count')).data).toEqual({
    subscription_count: 1,
  });
});
