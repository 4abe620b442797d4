import { expect, test } from 'vitest';
import { callApi, callPlain, type RawCall } from '../testing/call-api';
import { connectRaw } from '../testing/raw-client';
import { apiOf, app, realtimeWorld } from '../testing/realtime-world';
import { subscribeRaw } from '../testing/subscribe-raw';

const event = { path: '/events', body: '{"name":"told","data":"x","channel":"news"}' };
const now = () => Math.floor(Date.now() / 1000);

test('a request that the application signed is answered', async () => {
  const { port } = await realtimeWorld();
  expect(await callApi(port, event)).toMatchObject({ status: 200, body: '{}' });
});

test.each<[why: string, call: Partial<RawCall>]>([
  ['by another secret', { secret: 'x' }],
  ['with another key', { query: { auth_key: 'x' } }],
  ['of another version', { query: { auth_version: '2.0' } }],
  ['of 601 seconds ago', { timestamp: now() - 603 }],
  ['of the future', { timestamp: now() + 660 }],
  ['of no time', { timestamp: 'now' }],
  ['of an endless number', { timestamp: '1e400' }],
  ['without a signature', { signedQuery: (query) => query.replace(/&auth_signature=.*/, '') }],
  ['with half a signature', { signedQuery: (query) => query.slice(0, -32) }],
  ['with something added', { signedQuery: (query) => `${query}&x=1` }],
  ['with another time', { signedQuery: (query) => query.replace(/(auth_timestamp=)1/, '$12') }],
  ['with another body', { query: { body_md5: '0'.repeat(32) } }],
])('one %s is refused, and does nothing', async (_, call) => {
  const { port } = await realtimeWorld();
  const ada = await connectRaw(port);
  await subscribeRaw(ada, 'news');
  expect(await callApi(port, { ...event, ...call })).toMatchObject({ status: 401 });
  expect(await ada.settle()).toEqual([]);
});

test('a signature is good for ten minutes either way', async () => {
  const { port } = await realtimeWorld();
  for (const timestamp of [now() - 595, now() + 595]) {
    expect(await callApi(port, { ...event, timestamp })).toMatchObject({ status: 200 });
  }
});

test('the body needs its checksum', async () => {
  const { port } = await realtimeWorld();
  const call = { method: 'POST', path: '/events' };
  const answer = await callApi(port, { ...call, headers: { 'content-length': '0' } });
  expect(answer.status).toBe(400);
  const { id, key } = app;
  const query = `auth_key=${key}&auth_timestamp=${now()}&auth_version=1.0&auth_signature=0`;
  const unsigned = await callPlain(port, `/apps/${id}/events?${query}`, {
    method: 'POST',
    body: event.body,
  });
  expect(unsigned.status).toBe(401);
});

test('the path is signed as it is, values of the query decoded, names in small letters', async () => {
  const { port } = await realtimeWorld();
  const ada = await connectRaw(port);
  await subscribeRaw(ada, 'presence-a=b', { user_id: 'ada' });
  const call = {
    path: '/channels',
    query: { filter_by_prefix: 'presence-a=', info: 'user_count' },
  };
  expect((await callApi(port, call)).body).toBe('{"channels":{"presence-a=b":{"user_count":1}}}');
  const raw = await callApi(port, { path: '/channels/presence-a%3Db/users' });
  expect(raw).toMatchObject({ status: 200, body: '{"users":[{"id":"ada"}]}' });
  const loud = await callApi(port, {
    path: '/channels',
    signedQuery: (query) => query.replace('auth_key', 'AUTH_KEY'),
  });
  expect(loud.status).toBe(200);
});

test.each<[path: string, status: number]>([
  [`/apps/${app.id}/nothing`, 404],
  [`/apps/${app.id}/`, 404],
  ['/apps/other/events', 404],
  ['/apps/__proto__/events', 404],
  ['/', 404],
  [`/apps/${app.id}/events`, 405],
  [`/apps/${app.id}/channels?a=%`, 400],
  [`/apps/${app.id}/channels?a=1&A=2`, 400],
  [`/apps/${app.id}/channels`, 401],
])('without a signature %s is answered with %i', async (path, status) => {
  const { port } = await realtimeWorld();
  expect(await callPlain(port, path)).toMatchObject({ status });
});

test('the library of another application is told so', async () => {
  const { port } = await realtimeWorld();
  const api = apiOf(port, { ...app, secret: 'other' });
  await expect(api.trigger('news', 'told', 1)).rejects.toMatchObject({ status: 401 });
});
