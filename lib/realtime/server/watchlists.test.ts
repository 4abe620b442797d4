import { expect, test } from 'vitest';
import { connectPusher, until } from './testing/pusher-client';
import { connectRaw } from './testing/raw-client';
import { realtimeWorld } from './testing/realtime-world';
import { signInRaw } from './testing/subscribe-raw';

const told = 'pusher_internal:watchlist_events';

test('whoever watches is told who is there, and then who comes and goes', async () => {
  const { port } = await realtimeWorld();
  const [ada, bob, tab] = [await connectRaw(port), await connectRaw(port), await connectRaw(port)];
  await signInRaw(bob, { id: 'bob' });
  await signInRaw(ada, { id: 'ada', watchlist: ['bob', 'cleo', '__proto__'] });
  expect((await ada.next(told)).data).toEqual({
    events: [
      { name: 'online', user_ids: ['bob'] },
      { name: 'offline', user_ids: ['cleo', '__proto__'] },
    ],
  });
  await signInRaw(tab, { id: 'bob' });
  bob.socket.terminate();
  expect(await ada.settle()).toEqual([]);
  tab.socket.terminate();
  expect((await ada.next(told)).data).toEqual({ events: [{ name: 'offline', user_ids: ['bob'] }] });
  const cleo = await connectRaw(port);
  await signInRaw(cleo, { id: 'cleo' });
  expect((await ada.next(told)).data).toEqual({ events: [{ name: 'online', user_ids: ['cleo'] }] });
});

test('pusher-js hears of it', async () => {
  const { port, api } = await realtimeWorld();
  const ada = await connectPusher(port, api, { id: 'ada', watchlist: ['bob'] });
  const offline = until<{ user_ids: string[] }>(ada.user.watchlist, 'offline');
  ada.signin();
  expect(await offline).toMatchObject({ user_ids: ['bob'] });
  const online = until<{ user_ids: string[] }>(ada.user.watchlist, 'online');
  await signInRaw(await connectRaw(port), { id: 'bob' });
  expect(await online).toMatchObject({ user_ids: ['bob'] });
});

test('who watched and went is told nothing more', async () => {
  const { port, server, errors } = await realtimeWorld();
  const [ada, eve] = [await connectRaw(port), await connectRaw(port)];
  await signInRaw(ada, { id: 'ada', watchlist: ['bob', 'ada'] });
  expect((await ada.next(told)).data).toEqual({
    events: [
      { name: 'online', user_ids: ['ada'] },
      { name: 'offline', user_ids: ['bob'] },
    ],
  });
  await signInRaw(eve, { id: 'eve', watchlist: ['bob'] });
  await eve.next(told);
  ada.socket.terminate();
  await expect.poll(() => server.stats().users).toBe(1);
  await signInRaw(await connectRaw(port), { id: 'bob' });
  await eve.next(told);
  expect(errors).toEqual([]);
});

test('a list that is too long is an error, and the sign-in holds', async () => {
  const { port, server } = await realtimeWorld({ limits: { watchlistUsers: 2 } });
  const ada = await connectRaw(port);
  await signInRaw(ada, { id: 'ada', watchlist: ['a', 'b', 'c'] });
  expect((await ada.next('pusher:error')).data).toMatchObject({ code: 4302 });
  await signInRaw(await connectRaw(port), { id: 'a' });
  expect(await ada.settle()).toEqual([]);
  expect(server.stats().users).toBe(2);
});
