import { expect, test } from 'vitest';
import { callApi } from '../testing/call-api';
import { connectRaw } from '../testing/raw-client';
import { realtimeWorld } from '../testing/realtime-world';
import { subscribeRaw } from '../testing/subscribe-raw';

const post = (port: number, path: string, body: unknown) =>
  callApi(port, { path, body: typeof body === 'string' ? body : JSON.stringify(body) });

test('one event goes to many channels, once to each', async () => {
  const { port, api } = await realtimeWorld();
  const ada = await connectRaw(port);
  await subscribeRaw(ada, 'a');
  await subscribeRaw(ada, 'b');
  await api.trigger(['a', 'b', 'a'], 'told', 1);
  await ada.next('told');
  expect(await ada.settle()).toMatchObject([{ channel: 'b' }]);
});

test('numbers of the channels come back when they are asked for', async () => {
  const { port, api } = await realtimeWorld();
  const ada = await connectRaw(port);
  await subscribeRaw(ada, 'presence-a', { user_id: 'ada' });
  const info = 'user_count,subscription_count';
  const answer = await api.trigger(['presence-a', 'b'], 'told', 1, { info });
  expect(await answer.json()).toEqual({
    channels: {
      'presence-a': { user_count: 1, subscription_count: 1 },
      b: { subscription_count: 0 },
    },
  });
});

test.each<[why: string, body: unknown]>([
  ['no JSON', '{'],
  ['a list', []],
  ['no name', { data: 'x', channel: 'a' }],
  ['an empty name', { name: '', data: 'x', channel: 'a' }],
  ['a name of 201', { name: 'x'.repeat(201), data: 'x', channel: 'a' }],
  ['a name of the server', { name: 'pusher:x', data: 'x', channel: 'a' }],
  ['no data', { name: 'x', channel: 'a' }],
  ['data that is no text', { name: 'x', data: { a: 1 }, channel: 'a' }],
  ['no channel', { name: 'x', data: 'x' }],
  ['an empty list of channels', { name: 'x', data: 'x', channels: [] }],
  ['a channel that cannot be', { name: 'x', data: 'x', channels: ['a', 'a:b'] }],
  [
    '101 channels',
    { name: 'x', data: 'x', channels: Array.from({ length: 101 }, (_, n) => `${n}`) },
  ],
  ['a socket id that cannot be', { name: 'x', data: 'x', channel: 'a', socket_id: '1' }],
])('an event with %s is refused', async (_, body) => {
  const { port, errors } = await realtimeWorld();
  expect(await post(port, '/events', body)).toMatchObject({ status: 400 });
  expect(errors).toEqual([]);
});

test('an event may have 10240 bytes and a hundred channels, and not a byte more', async () => {
  const { port } = await realtimeWorld();
  const channels = Array.from({ length: 100 }, (_, n) => `c${n}`);
  const event = { name: 'x'.repeat(200), channels };
  const fits = { ...event, data: 'ä'.repeat(5120) };
  expect(await post(port, '/events', fits)).toMatchObject({ status: 200 });
  const long = { ...event, data: `${'ä'.repeat(5120)}x` };
  expect(await post(port, '/events', long)).toMatchObject({ status: 413 });
});

test('a batch is delivered in its order, with numbers where they are asked for', async () => {
  const { port, api } = await realtimeWorld();
  const ada = await connectRaw(port);
  await subscribeRaw(ada, 'a');
  const batch = [1, 2, 3].map((data) => ({ channel: 'a', name: 'told', data }));
  await api.triggerBatch(batch);
  await ada.next('told');
  expect((await ada.settle()).map(({ data }) => data)).toEqual(['2', '3']);
  const answer = await api.triggerBatch([
    { channel: 'a', name: 'told', data: 1, info: 'subscription_count' },
    { channel: 'b', name: 'told', data: 1 },
  ]);
  expect(await answer.json()).toEqual({ batch: [{ subscription_count: 1 }, {}] });
});

const good = { channel: 'a', name: 'told', data: 'x' };

test.each<[why: string, batch: unknown, status: number]>([
  ['nothing', undefined, 400],
  ['no events', [], 400],
  ['eleven events', Array(11).fill(good), 400],
  ['an event without a name', [good, { ...good, name: undefined }], 400],
  ['an event that is too long', [good, { ...good, data: 'x'.repeat(10_241) }], 413],
  ['a bad channel', [good, { ...good, channel: 'a/b' }], 400],
])('of a batch with %s nothing is delivered', async (_, batch, status) => {
  const { port } = await realtimeWorld();
  const ada = await connectRaw(port);
  await subscribeRaw(ada, 'a');
  expect(await post(port, '/batch_events', { batch })).toMatchObject({ status });
  expect(await ada.settle()).toEqual([]);
});

test('a body that is too long is not read to its end', async () => {
  const { port, api } = await realtimeWorld({ limits: { requestBytes: 20_000 } });
  // The event itself is short.
  const event = JSON.stringify({ name: 'x', channel: 'a', data: 'x' });
  const body = event + ' '.repeat(30_000);
  const told = await callApi(port, { path: '/events', body });
  expect(told).toMatchObject({ status: 413, headers: { connection: 'close' } });
  // In pieces nobody says beforehand how long it is.
  const headers = { 'transfer-encoding': 'chunked' };
  expect(await callApi(port, { path: '/events', body, headers })).toMatchObject({ status: 413 });
  await api.trigger('a', 'told', 'x');
});
