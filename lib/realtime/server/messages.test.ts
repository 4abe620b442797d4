import { expect, test } from 'vitest';
import { connectRaw } from './testing/raw-client';
import { realtimeWorld } from './testing/realtime-world';
import { askRaw, subscribeRaw } from './testing/subscribe-raw';

test('a ping is answered', async () => {
  const { port } = await realtimeWorld();
  const ada = await connectRaw(port);
  ada.send({ event: 'pusher:ping' });
  expect(await ada.next('pusher:pong')).toEqual({ event: 'pusher:pong', data: {} });
  ada.send({ event: 'pusher:pong', data: '{}' });
  expect(await ada.settle()).toEqual([]);
});

const deep = (depth: number) => `${'[1,'.repeat(depth)}1${']'.repeat(depth)}`;

test.each([
  '',
  'no JSON',
  'null',
  '7',
  '"text"',
  '[]',
  '{}',
  '{"event":7}',
  '{"event":null}',
  '{"event":{"toString":1}}',
  '{"__proto__":{"event":"pusher:ping"}}',
  '{"event":"__proto__"}',
  '{"event":"constructor"}',
  '{"event":"pusher:nothing"}',
  '{"event":"client-x","channel":7}',
  deep(15_000),
  `{"event":"pusher:nothing","data":${deep(15_000)}}`,
])('%.60j is an error, and the socket stays open', async (text) => {
  const { port, errors } = await realtimeWorld();
  const ada = await connectRaw(port);
  ada.socket.send(text);
  expect((await ada.next('pusher:error')).data).toMatchObject({ code: 4200 });
  expect(await ada.settle()).toEqual([]);
  expect(errors).toEqual([]);
});

test.each([
  '{"event":"pusher:subscribe"}',
  '{"event":"pusher:subscribe","data":null}',
  '{"event":"pusher:subscribe","data":"news"}',
  '{"event":"pusher:subscribe","data":{"channel":{"length":3}}}',
  '{"event":"pusher:subscribe","data":{"channel":"news","channel_data":{}}}',
])('%j is no subscription', async (text) => {
  const { port, errors } = await realtimeWorld();
  const ada = await connectRaw(port);
  ada.socket.send(text);
  await ada.next('pusher:subscription_error');
  expect(await ada.settle()).toEqual([]);
  expect(errors).toEqual([]);
});

test.each([
  '{"event":"pusher:unsubscribe"}',
  '{"event":"pusher:unsubscribe","data":{"channel":[]}}',
])('%j is passed over', async (text) => {
  const { port } = await realtimeWorld();
  const ada = await connectRaw(port);
  ada.socket.send(text);
  expect(await ada.settle()).toEqual([]);
});

test('what is nested without end is refused wherever it stands', async () => {
  const { port, errors } = await realtimeWorld();
  const ada = await connectRaw(port);
  await subscribeRaw(ada, 'private-room');
  ada.socket.send(`{"event":"client-x","channel":"private-room","data":${deep(15_000)}}`);
  await ada.next('pusher:error');
  const info = JSON.parse(deep(5));
  askRaw(ada, 'presence-room', { user_id: 'ada', user_info: info });
  await ada.next('pusher_internal:subscription_succeeded');
  expect(errors).toEqual([]);
});

test('a binary message closes the socket', async () => {
  const { port } = await realtimeWorld();
  const ada = await connectRaw(port);
  ada.socket.send(Buffer.from('{"event":"pusher:ping"}'));
  expect(await ada.closed).toMatchObject({ code: 1003 });
});

test('a message that is too long closes the socket', async () => {
  const { port } = await realtimeWorld({ limits: { frameBytes: 1000 } });
  const ada = await connectRaw(port);
  ada.socket.send('x'.repeat(1001));
  expect(await ada.closed).toMatchObject({ code: 1009 });
});

test('text that is no UTF-8 closes the socket', async () => {
  const { port } = await realtimeWorld();
  const ada = await connectRaw(port);
  ada.socket.send(Buffer.from([0x22, 0xff, 0x22]), { binary: false });
  expect(await ada.closed).toMatchObject({ code: 1007 });
});

test('who sends without end is closed', async () => {
  const { port } = await realtimeWorld({ limits: { framesPerSecond: 50 } });
  const ada = await connectRaw(port);
  for (let n = 0; n < 200; n += 1) ada.send({ event: 'pusher:ping' });
  expect(await ada.closed).toMatchObject({ code: 4100 });
});

test('who pings without end is closed as well', async () => {
  const { port } = await realtimeWorld({ limits: { framesPerSecond: 50 } });
  const ada = await connectRaw(port);
  for (let n = 0; n < 200; n += 1) ada.socket.ping();
  expect(await ada.closed).toMatchObject({ code: 4100 });
});

test('who does not take what is sent is closed, and the others are served', async () => {
  const { port, api, server } = await realtimeWorld({
    limits: { sendBufferBytes: 50_000, closeTimeoutMs: 20_000 },
  });
  const [slow, ada] = [await connectRaw(port), await connectRaw(port)];
  await subscribeRaw(slow, 'news');
  await subscribeRaw(ada, 'news');
  slow.socket.pause();
  const data = 'x'.repeat(10_000);
  for (let n = 0; server.stats().connections > 1 && n < 3000; n += 1) {
    await api.trigger('news', 'told', data);
    await ada.next('told');
  }
  expect(server.stats()).toMatchObject({ connections: 1, refused: { tooSlow: 1 } });
  slow.socket.resume();
  expect(await slow.closed).toMatchObject({ code: 4100 });
});
