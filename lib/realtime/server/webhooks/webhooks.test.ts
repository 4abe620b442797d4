import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { connectRaw } from '../testing/raw-client';
import { realtimeWorld } from '../testing/realtime-world';
import { signInRaw, subscribeRaw } from '../testing/subscribe-raw';
import { isGenuine, webhookSink } from '../testing/webhook-sink';

const limits = { webhookGraceMs: 30, webhookBatchMs: 5, webhookBackoffMs: 20 };
const leave = (channel: string) => ({ event: 'pusher:unsubscribe', data: { channel } });

test('what happens on channels is told, signed', async () => {
  const sink = await webhookSink();
  const { port } = await realtimeWorld({ limits, webhooks: [sink] });
  const ada = await connectRaw(port);
  await signInRaw(ada, { id: 'ada' });
  await subscribeRaw(ada, '#server-to-user-ada');
  await subscribeRaw(ada, 'presence-cache-a', { user_id: 'ada' });
  ada.send({ event: 'client-x', channel: 'presence-cache-a', data: { a: 1 } });
  await ada.settle();
  ada.socket.close();
  const channel = 'presence-cache-a';
  await expect
    .poll(() => sink.told())
    .toEqual([
      `channel_occupied ${channel}`,
      `member_added ${channel} ada`,
      `cache_miss ${channel}`,
      `client_event ${channel} ada`,
      `member_removed ${channel} ada`,
      `channel_vacated ${channel}`,
    ]);
  for (const one of sink.deliveries) {
    expect(isGenuine(one)).toBe(true);
    expect(one.headers['content-type']).toBe('application/json');
  }
  expect(sink.deliveries.flatMap(({ events }) => events)).toContainEqual({
    name: 'client_event',
    channel,
    event: 'client-x',
    data: '{"a":1}',
    socket_id: ada.socketId,
    user_id: 'ada',
  });
});

test('events of a moment come in one batch, at each address', async () => {
  const sinks = [await webhookSink(), await webhookSink()];
  const { port } = await realtimeWorld({ limits: { webhookBatchMs: 100 }, webhooks: sinks });
  const ada = await connectRaw(port);
  for (let n = 0; n < 50; n += 1) await subscribeRaw(ada, `c${n}`);
  for (const sink of sinks) {
    await expect.poll(() => sink.told().length).toBe(50);
    expect(sink.deliveries.length).toBeLessThan(10);
  }
});

test('whoever is back in a moment was never away', async () => {
  const sink = await webhookSink();
  const { port } = await realtimeWorld({
    limits: { ...limits, webhookGraceMs: 400 },
    webhooks: [sink],
  });
  const room = 'presence-a';
  const [ada, tab, bob] = [await connectRaw(port), await connectRaw(port), await connectRaw(port)];
  await subscribeRaw(ada, room, { user_id: 'ada' });
  await subscribeRaw(bob, room, { user_id: 'bob' });
  bob.send(leave(room));
  ada.send(leave(room));
  await Promise.all([ada.settle(), bob.settle()]);
  await subscribeRaw(tab, room, { user_id: 'ada' });
  // Bob is not back: that Ada is does not take his departure back.
  await expect
    .poll(() => sink.told())
    .toEqual([
      `channel_occupied ${room}`,
      `member_added ${room} ada`,
      `member_added ${room} bob`,
      `member_removed ${room} bob`,
    ]);
  await pause(500);
  expect(sink.told()).toHaveLength(4);
});

test('without a grace departures are told at once', async () => {
  const sink = await webhookSink();
  const { port } = await realtimeWorld({
    limits: { ...limits, webhookGraceMs: 0 },
    webhooks: [sink],
  });
  const ada = await connectRaw(port);
  await subscribeRaw(ada, 'a');
  ada.send(leave('a'));
  await subscribeRaw(ada, 'a');
  await expect
    .poll(() => sink.told())
    .toEqual(['channel_occupied a', 'channel_vacated a', 'channel_occupied a']);
});

test('what is not taken is sent again, the same, after ever longer waits', async () => {
  const sink = await webhookSink((n) => [500, 302, 404][n] ?? 200);
  const { port, server } = await realtimeWorld({ limits, webhooks: [sink] });
  await subscribeRaw(await connectRaw(port), 'a');
  await expect.poll(() => sink.told()).toEqual(['channel_occupied a']);
  const [first, second, third, fourth] = sink.deliveries.map(({ at }) => at) as [
    number,
    ...number[],
  ];
  expect(new Set(sink.deliveries.map(({ body }) => body)).size).toBe(1);
  expect((second ?? 0) - first).toBeGreaterThanOrEqual(15);
  expect((fourth ?? 0) - (third ?? 0)).toBeGreaterThanOrEqual(75);
  await expect
    .poll(() => server.stats().webhooks)
    .toEqual({
      waiting: 0,
      sent: 1,
      failed: 3,
      dropped: 0,
    });
});

test('a redirect is not followed', async () => {
  const sink = await webhookSink((n) => (n === 0 ? 307 : 200));
  const { port } = await realtimeWorld({ limits, webhooks: [sink] });
  await subscribeRaw(await connectRaw(port), 'a');
  await expect.poll(() => sink.told()).toEqual(['channel_occupied a']);
  expect(sink.deliveries).toHaveLength(2);
});

test('an address that never answers is given up in the end, and the next are tried', async () => {
  let isDead = true;
  const sink = await webhookSink(() => (isDead ? 0 : 200));
  const { port, server } = await realtimeWorld({
    limits: { ...limits, webhookTimeoutMs: 250, webhookRetryMs: 600, webhookBackoffMs: 30 },
    webhooks: [sink],
  });
  const ada = await connectRaw(port);
  await subscribeRaw(ada, 'a');
  await expect.poll(() => server.stats().webhooks.dropped).toBe(1);
  isDead = false;
  await subscribeRaw(ada, 'b');
  // Once at least: an answer that is slow on a busy machine counts as none.
  await expect.poll(() => [...new Set(sink.told())]).toEqual(['channel_occupied b']);
});

test('only so many wait, and the oldest go', async () => {
  let isDown = true;
  const sink = await webhookSink(() => (isDown ? 503 : 200));
  const { port, server } = await realtimeWorld({
    limits: { ...limits, webhookQueue: 3 },
    webhooks: [sink],
  });
  const ada = await connectRaw(port);
  await subscribeRaw(ada, 'first');
  await expect.poll(() => sink.deliveries.length).toBeGreaterThan(0);
  for (let n = 0; n < 10; n += 1) await subscribeRaw(ada, `c${n}`);
  expect(server.stats().webhooks).toMatchObject({ waiting: 4, dropped: 7 });
  isDown = false;
  await expect
    .poll(() => sink.told())
    .toEqual(['first', 'c7', 'c8', 'c9'].map((name) => `channel_occupied ${name}`));
});

test.each(['nowhere', 'ftp://a.example.com'])('%s is no address for webhooks', async (url) => {
  await expect(realtimeWorld({ webhooks: [{ url }] })).rejects.toThrow(/URL/);
});
