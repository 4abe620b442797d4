import { expect, test } from 'vitest';
import { presenceSuite } from '../testing/presence-suite';
import { memoryPresence } from './memory-store';

const acme = '11111111-2222-4333-8444-555555555551';
const globex = '11111111-2222-4333-8444-555555555552';

presenceSuite('memory', null, async () => {
  const store = memoryPresence();
  return { store, second: store, tenants: { acme, globex } };
});

const arrival = { connection: 'a', meta: '{}', seconds: 75 };
const room = (tenantId: string) => ({ tenantId, key: 'document.1', name: null });

test('somebody is gone 75 seconds after the last sign of life, to the millisecond', async () => {
  let now = 1_000_000;
  const store = memoryPresence({ now: () => now });
  const seat = { ...room(acme), userId: 'ada' };
  await store.join(seat, arrival);
  now += 74_999;
  expect(await store.heartbeat(seat, 'a', 75)).toBe(true);
  now += 74_999;
  expect(await store.count(seat)).toBe(1);
  now += 1;
  expect(await store.count(seat)).toBe(0);
  expect(await store.heartbeat(seat, 'a', 75)).toBe(false);
});

test('what nobody cleans up is let go an hour after its end, when somebody comes', async () => {
  let now = 1_000_000;
  const store = memoryPresence({ now: () => now });
  for (const userId of ['ada', 'bob']) await store.join({ ...room(acme), userId }, arrival);
  now += 76_000;
  await store.join({ ...room(globex), userId: 'cleo' }, arrival);
  // Kept, so that it can be told of.
  expect((await store.cleanup(acme, 1)).departed).toMatchObject([{ userId: 'ada' }]);
  now += 3_600_000;
  await store.join({ ...room(globex), userId: 'cleo' }, arrival);
  expect(await store.cleanup(acme, 9)).toEqual({ gone: 0, departed: [] });
});
