import { expect, test } from 'vitest';
import { connectPusher, until } from './testing/pusher-client';
import { connectRaw } from './testing/raw-client';
import { realtimeWorld } from './testing/realtime-world';
import { authOf, signInRaw } from './testing/subscribe-raw';

const signedIn = 'pusher:signin_success';

test('what is sent to a user reaches all their sockets, and no other', async () => {
  const { port, api, server } = await realtimeWorld();
  const tabs = [await connectPusher(port, api, { id: 'ada' })];
  tabs.push(await connectPusher(port, api, { id: 'ada' }));
  for (const tab of tabs) {
    tab.signin();
    await until(tab.connection, 'message');
    await tab.user.signinDonePromise;
  }
  const stranger = await connectRaw(port);
  await signInRaw(stranger, { id: 'bob' });
  stranger.send({ event: 'pusher:subscribe', data: { channel: '#server-to-user-ada' } });
  expect((await stranger.next('pusher:subscription_error')).data).toMatchObject({ status: 403 });
  await expect.poll(() => server.stats().channels).toBe(1);
  const got = tabs.map((tab) => until(tab.user, 'note'));
  await api.sendToUser('ada', 'note', { text: 'hello' });
  expect(await Promise.all(got)).toEqual([{ text: 'hello' }, { text: 'hello' }]);
  expect(await stranger.settle()).toEqual([]);
});

test('a user’s channel is not for a socket that has not signed in', async () => {
  const { port } = await realtimeWorld();
  const ada = await connectRaw(port);
  const channel = '#server-to-user-ada';
  const auth = authOf(`${ada.socketId}:${channel}`);
  ada.send({ event: 'pusher:subscribe', data: { channel, auth } });
  await ada.next('pusher:subscription_error');
});

test('a sign-in is answered with what was signed', async () => {
  const { port, server } = await realtimeWorld();
  const ada = await connectRaw(port);
  const user = { id: 'ada', user_info: { name: 'Ädä' } };
  const { data } = await signInRaw(ada, user);
  expect(JSON.parse((data as { user_data: string }).user_data)).toEqual(user);
  await signInRaw(ada, user);
  expect(server.stats().users).toBe(1);
  ada.socket.close();
  await expect.poll(() => server.stats().users).toBe(0);
});

test('who was somebody before cannot become somebody else', async () => {
  const { port } = await realtimeWorld();
  const ada = await connectRaw(port);
  await signInRaw(ada, { id: 'ada' });
  signInRaw(ada, { id: 'bob' }).catch(() => {});
  expect(await ada.closed).toMatchObject({ code: 4009 });
});

test.each<[why: string, user: object | string, text?: string]>([
  ['without an id', {}],
  ['with a number for an id', { id: 7 }],
  ['with an empty id', { id: '' }],
  ['with an id no channel can have', { id: 'a/b' }],
  ['with an endless id', { id: 'x'.repeat(129) }],
  ['with too much about them', { id: 'a', user_info: 'x'.repeat(1025) }],
  ['with no JSON', 'x'],
  ['signed for another socket', { id: 'ada' }, '1.2'],
])('a sign-in %s closes the socket for good', async (_, user, socketId) => {
  const { port } = await realtimeWorld();
  const ada = await connectRaw(port);
  const user_data = typeof user === 'string' ? user : JSON.stringify(user);
  const auth = authOf(`${socketId ?? ada.socketId}::user::${user_data}`);
  ada.send({ event: 'pusher:signin', data: { auth, user_data } });
  expect(await ada.closed).toMatchObject({ code: 4009 });
});

test('ending a user’s connections ends them all, for good, and no other', async () => {
  const { port, api, server } = await realtimeWorld();
  const ada = await connectPusher(port, api, { id: 'ada' });
  ada.signin();
  const [tab, bob] = [await connectRaw(port), await connectRaw(port)];
  await signInRaw(tab, { id: 'ada' });
  await signInRaw(bob, { id: 'bob' });
  await ada.user.signinDonePromise;
  const down = until(ada.connection, 'disconnected');
  const answer = await api.terminateUserConnections('ada');
  expect(await answer.json()).toEqual({});
  await down;
  expect(await tab.closed).toMatchObject({ code: 4009 });
  expect(server.stats()).toMatchObject({ connections: 1, users: 1 });
  expect(await bob.settle()).toEqual([]);
  await api.terminateUserConnections('nobody');
});

test('after it was ended a client comes back when its page says so', async () => {
  const { port, api } = await realtimeWorld();
  const ada = await connectPusher(port, api, { id: 'ada' });
  ada.signin();
  await ada.user.signinDonePromise;
  const down = until(ada.connection, 'disconnected');
  await api.terminateUserConnections('ada');
  await down;
  const back = until(ada.connection, 'connected');
  ada.connect();
  await back;
});

test(`${signedIn} is what starts a client’s own channel`, async () => {
  const { port, api } = await realtimeWorld();
  const ada = await connectPusher(port, api, { id: 'ada' });
  ada.signin();
  const message = await until<{ event: string }>(ada.connection, 'message');
  expect(message.event).toBe(signedIn);
});
