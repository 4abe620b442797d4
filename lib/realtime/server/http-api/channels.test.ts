import { expect, test } from 'vitest';
import { callApi, callPlain } from '../testing/call-api';
import { connectRaw } from '../testing/raw-client';
import { realtimeWorld } from '../testing/realtime-world';
import { signInRaw, subscribeRaw } from '../testing/subscribe-raw';

test('channels with subscribers are listed, those of users are not', async () => {
  const { port, api } = await realtimeWorld();
  const ada = await connectRaw(port);
  await signInRaw(ada, { id: 'ada' });
  await subscribeRaw(ada, 'news');
  await subscribeRaw(ada, 'presence-a', { user_id: 'ada' });
  await subscribeRaw(ada, '#server-to-user-ada');
  const list = async (params: object) => (await api.get({ path: '/channels', params })).json();
  expect(await list({})).toEqual({ channels: { news: {}, 'presence-a': {} } });
  expect(await list({ filter_by_prefix: 'ne' })).toEqual({ channels: { news: {} } });
  expect(await list({ filter_by_prefix: 'presence-', info: 'user_count' })).toEqual({
    channels: { 'presence-a': { user_count: 1 } },
  });
  await expect(list({ info: 'user_count' })).rejects.toMatchObject({ status: 400 });
});

test('one channel tells whether anybody is there, and how many', async () => {
  const { port, api } = await realtimeWorld();
  const [ada, tab] = [await connectRaw(port), await connectRaw(port)];
  for (const one of [ada, tab]) await subscribeRaw(one, 'presence-a', { user_id: 'ada' });
  const get = async (path: string, info?: string) =>
    (await api.get({ path, params: info ? { info } : undefined })).json();
  expect(await get('/channels/presence-a', 'user_count,subscription_count')).toEqual({
    occupied: true,
    user_count: 1,
    subscription_count: 2,
  });
  expect(await get('/channels/nobody')).toEqual({ occupied: false });
  await expect(get('/channels/nobody', 'user_count')).rejects.toMatchObject({ status: 400 });
  await expect(get('/channels/a:b')).rejects.toMatchObject({ status: 400 });
});

test('the users of a presence channel are listed, of others not', async () => {
  const { port, api } = await realtimeWorld();
  const ada = await connectRaw(port);
  await subscribeRaw(ada, 'presence-a', { user_id: 7, user_info: { secret: 1 } });
  const users = await api.get({ path: '/channels/presence-a/users' });
  expect(await users.json()).toEqual({ users: [{ id: '7' }] });
  const none = await api.get({ path: '/channels/presence-none/users' });
  expect(await none.json()).toEqual({ users: [] });
  await expect(api.get({ path: '/channels/news/users' })).rejects.toMatchObject({ status: 400 });
});

test('the id of a user whose connections end is decoded', async () => {
  const { port } = await realtimeWorld();
  const ada = await connectRaw(port);
  await signInRaw(ada, { id: 'a@b=c' });
  const path = `/users/${encodeURIComponent('a@b=c')}/terminate_connections`;
  expect(await callApi(port, { path, body: '{}' })).toMatchObject({ status: 200, body: '{}' });
  expect(await ada.closed).toMatchObject({ code: 4009 });
  const odd = await callApi(port, { path: '/users/a%2Fb/terminate_connections', body: '{}' });
  expect(odd.status).toBe(400);
});

test('anybody may see that it is up, and its numbers', async () => {
  const { port, server } = await realtimeWorld();
  const ada = await connectRaw(port);
  await subscribeRaw(ada, 'news');
  ada.send({ event: 'pusher:subscribe', data: { channel: 'private-a' } });
  await ada.next('pusher:subscription_error');
  expect(await callPlain(port, '/up')).toMatchObject({ status: 200, body: '{"status":"up"}' });
  const { body, headers } = await callPlain(port, '/metrics');
  expect(headers['content-type']).toMatch(/^text\/plain; version=0\.0\.4/);
  expect(body).toContain('\nrealtime_connections 1\n');
  expect(body).toContain('\nrealtime_refused_total{reason="subscription"} 1\n');
  for (const line of body.trim().split('\n')) {
    expect(line).toMatch(/^(# (HELP|TYPE) \w+ .+|\w+(\{reason="\w+"\})? \d+)$/);
  }
  expect(server.stats()).toMatchObject({ connections: 1, channels: 1, messagesIn: 2 });
});
