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

test('somebody whose time ends while a list is made is in it or is not', async () => {
  // A clock that goes on with each look at it.
  let at = 1_000_000;
  const store = memoryPresence({ now: () => (at += 400) });
  const room = { tenantId: '018f3e6a-7b1c-4def-8123-456789abcdef', key: 'a', name: null };
  for (let turn = 0; turn < 20; turn += 1) {
    await store.join({ ...room, userId: `${turn}` }, { connection: 'c', meta: '{}', seconds: 1 });
    expect((await store.list(room, 10)).every(({ connections }) => connections === 1)).toBe(true);
  }
});
