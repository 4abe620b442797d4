import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { tenantRestPlace } from '../api/rest-place';
import type { Viewer } from '../auth/viewer';
import { type AskOptions, type RestTrial, restTrial } from '../testing/rest-trial';
import { tenantApi } from './tenant-api';

let trial: RestTrial;
let ada: string;
beforeAll(async () => {
  trial = await restTrial();
  ada = (await trial.signIn('acme', 'ada')).access;
});
afterAll(() => trial.end());

const ask = (method: string, path: string, options: AskOptions = {}) =>
  trial.ask('acme', method, path, options);
const asAda = (method: string, path: string, options: AskOptions = {}) =>
  ask(method, path, { token: ada, ...options });

describe('a browser’s cookie', () => {
  let cookie: Viewer;
  beforeEach(async () => {
    const [row] = await trial.owner`
      select u.id as user_id, m.id from platform.users u
      join platform.memberships m on m.user_id = u.id where u.email = 'ada@example.com'`;
    const membership = { id: row?.id, role: 'owner', isStaff: true, isSuperuser: true };
    cookie = {
      userId: row?.user_id,
      name: 'Ada',
      email: 'ada@example.com',
      sessionId: 'x',
      isSuperuser: false,
      membership,
    };
  });
  const origins: [string, Record<string, string>, number][] = [
    ['from a page of this host', { origin: 'http://acme.localhost:3000' }, 201],
    ['from this host, by the browser’s word', { 'sec-fetch-site': 'same-origin' }, 201],
    ['from another tenant’s page', { origin: 'http://globex.localhost:3000' }, 403],
    ['from the root host', { origin: 'http://localhost:3000' }, 403],
    ['from another site', { origin: 'https://evil.test' }, 403],
    ['from nowhere', { origin: 'null' }, 403],
    ['from another port', { origin: 'http://acme.localhost:3001' }, 403],
    ['without any word of it', {}, 403],
    ['from a sibling, by the browser’s word', { 'sec-fetch-site': 'same-site' }, 403],
  ];
  test.each(origins)('with a change %s', async (_from, headers, status) => {
    const body = { name: `Tag ${Math.random()}` };
    expect((await ask('POST', '/tags', { cookie, body, headers })).status).toBe(status);
  });
  test('reads from anywhere, since no other origin may see the answer', async () => {
    const answer = await ask('GET', '/authors', {
      cookie,
      headers: { origin: 'https://evil.test' },
    });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
  });
  test('does not help a token that is not good', async () => {
    expect((await ask('GET', '/posts', { cookie, token: 'x.y.z' })).status).toBe(401);
  });
});

describe('a header', () => {
  test.each([
    '',
    'Bearer',
    'Bearer ',
    'Basic YWRhOmRlbW8=',
    'bearer x',
    'Bearer a b',
    'Bearer é',
    'Token x',
  ])('Authorization: %j is refused', async (authorization) => {
    expect((await ask('GET', '/posts', { headers: { authorization } })).status).toBe(401);
  });
});

describe('a body', () => {
  const post = (body: string, type = 'application/json') =>
    asAda('POST', '/tags', { body, headers: { 'content-type': type } });
  test.each<[what: string, body: string, status: number]>([
    ['that is no JSON', '{"name":', 400],
    ['that is empty', '', 400],
    ['that is a word', '"name"', 422],
    ['that is null', 'null', 422],
    ['that is a list', '[]', 422],
    ['nested without end', '['.repeat(100_000) + ']'.repeat(100_000), 400],
    ['nested deeply in a field', `{"name":${'{"a":'.repeat(50)}1${'}'.repeat(50)}}`, 400],
    ['with NUL', '{"name":"a\\u0000b"}', 422],
    ['with half a character', '{"name":"\\ud800"}', 422],
    ['with NUL in a name', '{"na\\u0000me":"a"}', 422],
    ['with the wrong type', '{"name":1}', 422],
    ['with too long a text', JSON.stringify({ name: 'a'.repeat(10_000) }), 422],
    ['with a huge number', '{"name":1e999}', 422],
  ])('%s is refused', async (_what, body, status) => {
    const answer = await post(body);
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
  });
  test.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/jsonp',
    'x/application/json',
    '',
  ])('of the type %j is refused', async (type) => {
    expect((await post('{"name":"Form"}', type)).status).toBe(415);
  });
  test('of 10 MB is refused, and not read to its end', async () => {
    let sent = 0;
    const chunk = new Uint8Array(64 * 1024).fill(32);
    const body = new ReadableStream({
      pull: (controller) => {
        sent += chunk.byteLength;
        controller.enqueue(chunk);
        if (sent >= 10 * 1024 * 1024) controller.close();
      },
    });
    const request = new Request('http://localhost:3000/api/v1/tags', {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json', authorization: `Bearer ${ada}` },
      duplex: 'half',
    } as RequestInit);
    const place = tenantRestPlace(trial.tenants.acme, 'test-request');
    const answer = await tenantApi().answer(request, place as never);
    expect(answer.status).toBe(413);
    expect(sent).toBeLessThan(2 * 1024 * 1024);
    const told = await asAda('POST', '/tags', {
      body: '{}',
      headers: { 'content-length': '10485760' },
    });
    expect(told.status).toBe(413);
  });
});
