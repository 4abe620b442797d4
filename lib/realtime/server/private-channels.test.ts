import { expect, test } from 'vitest';
import { connectPusher, join, until } from './testing/pusher-client';
import { connectRaw } from './testing/raw-client';
import { app, realtimeWorld } from './testing/realtime-world';
import { authOf, subscribeRaw } from './testing/subscribe-raw';

test('whoever the application lets in gets what is told there', async () => {
  const { port, api } = await realtimeWorld();
  const channel = await join(await connectPusher(port, api), 'private-room');
  const got = until(channel, 'told');
  await api.trigger('private-room', 'told', [1]);
  expect(await got).toEqual([1]);
});

test.each<[why: string, auth: (socketId: string) => string | null | undefined | number]>([
  ['no signature', () => undefined],
  ['null', () => null],
  ['a number', () => 7],
  ['an empty one', () => ''],
  ['another channel’s', (id) => authOf(`${id}:private-other`)],
  ['another socket’s', () => authOf('1.2:private-room')],
  ['another key’s', (id) => authOf(`${id}:private-room`, { ...app, key: 'other' })],
  ['one by another secret', (id) => authOf(`${id}:private-room`, { ...app, secret: 'x' })],
  ['one with something after it', (id) => `${authOf(`${id}:private-room`)}0`],
  ['one without the key', (id) => authOf(`${id}:private-room`).split(':')[1]],
])('%s does not open a private channel, and the socket stays open', async (_, auth) => {
  const { port, server } = await realtimeWorld();
  const ada = await connectRaw(port);
  ada.send({
    event: 'pusher:subscribe',
    data: { channel: 'private-room', auth: auth(ada.socketId) },
  });
  expect(await ada.next('pusher:subscription_error')).toMatchObject({
    channel: 'private-room',
    data: { status: expect.any(Number) },
  });
  expect(await ada.settle()).toEqual([]);
  expect(server.stats()).toMatchObject({ channels: 0, refused: { subscription: 1 } });
});

test('a refused subscription is an error of the channel for pusher-js', async () => {
  const { port, api } = await realtimeWorld();
  const stranger = { authorizeChannel: () => ({ auth: `${app.key}:0` }) };
  const client = await connectPusher(port, Object.assign(Object.create(api), stranger));
  const channel = client.subscribe('private-room');
  expect(await until(channel, 'pusher:subscription_error')).toMatchObject({
    type: 'AuthError',
    status: 401,
  });
  expect(client.connection.state).toBe('connected');
});

test('the data of a subscription is signed with it, and null is none', async () => {
  const { port } = await realtimeWorld();
  const ada = await connectRaw(port);
  const subscribe = (channel: string, channel_data: string | null, signed: string) =>
    ada.send({
      event: 'pusher:subscribe',
      data: { channel, channel_data, auth: authOf(`${ada.socketId}:${channel}${signed}`) },
    });
  subscribe('private-a', null, '');
  await ada.next('pusher_internal:subscription_succeeded');
  subscribe('private-b', '{"x":1}', ':{"x":1}');
  await ada.next('pusher_internal:subscription_succeeded');
  subscribe('private-c', '{"x":1}', '');
  await ada.next('pusher:subscription_error');
});

test('a socket can have a channel for itself alone', async () => {
  const { port, api } = await realtimeWorld();
  const ada = await connectRaw(port);
  const own = `private-conn-${ada.socketId}`;
  await subscribeRaw(ada, own);
  await api.trigger(own, 'told', 'you');
  expect(await ada.next('told')).toMatchObject({ channel: own, data: 'you' });
});
