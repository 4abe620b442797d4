import { expect, test } from 'vitest';
import { connectRaw } from '../testing/raw-client';
import { realtimeWorld } from '../testing/realtime-world';
import { subscribeRaw } from '../testing/subscribe-raw';
import { webhookSink } from '../testing/webhook-sink';

test('a server that stops sends what waits, once', async () => {
  const sink = await webhookSink();
  const { port, server } = await realtimeWorld({
    limits: { webhookBatchMs: 60_000, webhookGraceMs: 3000 },
    webhooks: [sink],
  });
  const ada = await connectRaw(port);
  await subscribeRaw(ada, 'gone');
  ada.send({ event: 'pusher:unsubscribe', data: { channel: 'gone' } });
  await subscribeRaw(ada, 'held');
  await server.close();
  expect(sink.told()).toEqual([
    'channel_occupied gone',
    'channel_occupied held',
    'channel_vacated gone',
  ]);
});

test('a server that stops does not wait for an address that is down', async () => {
  const sink = await webhookSink(() => 500);
  const { port, server } = await realtimeWorld({
    limits: { webhookBackoffMs: 60_000 },
    webhooks: [sink],
  });
  await subscribeRaw(await connectRaw(port), 'a');
  await expect.poll(() => sink.deliveries.length).toBe(1);
  const begun = performance.now();
  await server.close();
  expect(performance.now() - begun).toBeLessThan(2000);
});

test('a server that stops does not wait for an address that hangs, with much to be told', async () => {
  const sink = await webhookSink(() => 0);
  const { port, server } = await realtimeWorld({ webhooks: [sink], limits: { webhookBatchMs: 5 } });
  const ada = await connectRaw(port);
  for (let n = 0; n < 150; n += 1) await subscribeRaw(ada, `c${n}`);
  const begun = performance.now();
  await server.close();
  expect(performance.now() - begun).toBeLessThan(2000);
  expect(server.stats().webhooks).toMatchObject({ waiting: 0, dropped: 150 });
});
