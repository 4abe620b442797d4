import type { PresenceChannel } from 'pusher-js';
import { expect, test } from 'vitest';
import { collect, connectPusher, join, until } from './testing/pusher-client';
import { connectRaw } from './testing/raw-client';
import { realtimeWorld } from './testing/realtime-world';
import { askRaw, signInRaw, subscribeRaw } from './testing/subscribe-raw';

const room = 'presence-room';

test('members see each other come and go, with what is said of them', async () => {
  const { port, api } = await realtimeWorld();
  const ada = await connectPusher(port, api, { id: 'ada', info: { name: 'Ada' } });
  const bob = await connectPusher(port, api, { id: 'bob', info: { name: 'Bob' } });
  const seen = (await join(ada, room)) as PresenceChannel;
  const added = until(seen, 'pusher:member_added');
  const other = (await join(bob, room)) as PresenceChannel;
  expect(await added).toEqual({ id: 'bob', info: { name: 'Bob' } });
  expect(other.members.me).toEqual({ id: 'bob', info: { name: 'Bob' } });
  expect(other.members.get('ada')).toEqual({ id: 'ada', info: { name: 'Ada' } });
  expect(other.members.count).toBe(2);
  const removed = until(seen, 'pusher:member_removed');
  bob.disconnect();
  expect(await removed).toMatchObject({ id: 'bob' });
  expect(seen.members.count).toBe(1);
});

test('a user with several sockets comes once, and goes with the last', async () => {
  const { port } = await realtimeWorld();
  const [watcher, one, two] = await Promise.all([1, 2, 3].map(() => connectRaw(port)));
  if (!watcher || !one || !two) throw new Error('no sockets');
  await subscribeRaw(watcher, room, { user_id: 'watcher' });
  await subscribeRaw(one, room, { user_id: 7, user_info: { tab: 1 } });
  const { data } = await subscribeRaw(two, room, { user_id: '7', user_info: { tab: 2 } });
  expect(data).toEqual({
    presence: { ids: ['watcher', '7'], hash: { watcher: null, 7: { tab: 1 } }, count: 2 },
  });
  expect((await watcher.next('pusher_internal:member_added')).data).toEqual({
    user_id: '7',
    user_info: { tab: 1 },
  });
  one.send({ event: 'pusher:unsubscribe', data: { channel: room } });
  await one.settle();
  expect(await watcher.settle()).toEqual([]);
  two.socket.terminate();
  expect((await watcher.next('pusher_internal:member_removed')).data).toEqual({ user_id: '7' });
});

test('whoever comes in is in the list and is not told of themselves', async () => {
  const { port } = await realtimeWorld();
  const ada = await connectRaw(port);
  askRaw(ada, room, { user_id: 'ada' });
  const [first, ...more] = await ada.settle();
  expect(first).toMatchObject({
    event: 'pusher_internal:subscription_succeeded',
    data: { presence: { ids: ['ada'], count: 1 } },
  });
  expect(more).toEqual([]);
});

test('subscribing again changes nothing for the others', async () => {
  const { port } = await realtimeWorld();
  const [ada, bob] = [await connectRaw(port), await connectRaw(port)];
  await subscribeRaw(ada, room, { user_id: 'ada' });
  await subscribeRaw(bob, room, { user_id: 'bob' });
  await ada.next('pusher_internal:member_added');
  const { data } = await subscribeRaw(bob, room, { user_id: 'someone-else' });
  expect(data).toMatchObject({ presence: { ids: ['ada', 'bob'] } });
  bob.send({ event: 'pusher:unsubscribe', data: { channel: room } });
  expect((await ada.next('pusher_internal:member_removed')).data).toEqual({ user_id: 'bob' });
});

test('somebody who is signed in needs no data of their own', async () => {
  const { port } = await realtimeWorld();
  const ada = await connectRaw(port);
  askRaw(ada, room);
  await ada.next('pusher:subscription_error');
  await signInRaw(ada, { id: 'ada', user_info: { name: 'Ada' } });
  expect((await subscribeRaw(ada, room)).data).toMatchObject({
    presence: { ids: ['ada'], hash: { ada: { name: 'Ada' } } },
  });
});

test.each<[why: string, member: object]>([
  ['no user', {}],
  ['nobody', { user_id: '' }],
  ['null', { user_id: null }],
  ['an object', { user_id: { a: 1 } }],
  ['an endless name', { user_id: 'x'.repeat(129) }],
  ['too much about them', { user_id: 'a', user_info: { x: 'ä'.repeat(600) } }],
  ['a list', []],
])('data that names %s is refused', async (_, member) => {
  const { port, server } = await realtimeWorld();
  const ada = await connectRaw(port);
  askRaw(ada, room, member);
  expect((await ada.next('pusher:subscription_error')).data).toMatchObject({ status: 400 });
  expect(server.stats().channels).toBe(0);
});

test('there are only so many members, though each with as many sockets as they like', async () => {
  const { port } = await realtimeWorld({ limits: { presenceMembers: 2 } });
  const sockets = await Promise.all([1, 2, 3, 4].map(() => connectRaw(port)));
  const [one, two, three, again] = sockets as [(typeof sockets)[0], ...typeof sockets];
  await subscribeRaw(one, room, { user_id: 'one' });
  await subscribeRaw(two as never, room, { user_id: 'two' });
  await subscribeRaw(again as never, room, { user_id: 'one' });
  askRaw(three as never, room, { user_id: 'three' });
  expect((await three?.next('pusher:subscription_error'))?.data).toMatchObject({ status: 429 });
});

test.each(['__proto__', 'constructor', 'hasOwnProperty'])(
  'a member may be called %s',
  async (user_id) => {
    const { port, api } = await realtimeWorld();
    const [ada, odd] = [await connectRaw(port), await connectRaw(port)];
    await subscribeRaw(ada, room, { user_id: 'ada' });
    const { data } = await subscribeRaw(odd, room, { user_id, user_info: { polluted: 1 } });
    const { hash } = (data as { presence: { hash: object } }).presence;
    expect(Object.getOwnPropertyDescriptor(hash, user_id)?.value).toEqual({ polluted: 1 });
    expect((await ada.next('pusher_internal:member_added')).data).toMatchObject({ user_id });
    const users = await api.get({ path: `/channels/${room}/users` });
    expect(await users.json()).toEqual({ users: [{ id: 'ada' }, { id: user_id }] });
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  },
);

test('many join and leave at once, and the list is right in the end', async () => {
  const { port, api } = await realtimeWorld();
  const watcher = await connectPusher(port, api, { id: 'watcher' });
  const seen = (await join(watcher, room)) as PresenceChannel;
  const removed = collect(seen, 'pusher:member_removed');
  const sockets = await Promise.all(Array.from({ length: 30 }, () => connectRaw(port)));
  await Promise.all(
    sockets.map((socket, at) => subscribeRaw(socket, room, { user_id: `user-${at % 10}` })),
  );
  await expect.poll(() => seen.members.count).toBe(11);
  for (const [at, socket] of sockets.entries()) if (at % 10 < 5) socket.socket.terminate();
  while (removed.length < 5) await until(seen, 'pusher:member_removed');
  expect(seen.members.count).toBe(6);
});
