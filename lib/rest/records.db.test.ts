import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AskOptions, type RestTrial, restTrial } from '../testing/rest-trial';

let trial: RestTrial;
let ada: string;
let cleo: string;
let authorId: string;
beforeAll(async () => {
  trial = await restTrial();
  ada = (await trial.signIn('acme', 'ada')).access;
  cleo = (await trial.signIn('acme', 'cleo')).access;
  authorId = (await asAda('GET', '/authors')).json.data[0].id;
});
afterAll(() => trial.end());

const asAda = (method: string, path: string, options: AskOptions = {}) =>
  trial.ask('acme', method, path, { token: ada, ...options });
const asNobody = (path: string) => trial.ask('acme', 'GET', path);
const write = async (title: string, more: object = {}) => {
  const answer = await asAda('POST', '/posts', { body: { title, authorId, ...more } });
  expect([answer.status, answer.text]).toEqual([201, expect.any(String)]);
  return answer;
};

describe('a post', () => {
  test('is written, read, changed, published, trashed and restored', async () => {
    const made = await write('A life', { body: 'Words.' });
    const { id } = made.json;
    const path = `/posts/${id}`;
    expect(made.headers.get('location')).toBe(`/api/v1${path}`);
    expect(made.json).toMatchObject({
      title: 'A life',
      slug: 'a-life',
      status: 'draft',
      version: 1,
    });
    expect(made.json.related.authorId[0].id).toBe(authorId);

    const read = await asAda('GET', path);
    expect([read.status, read.json]).toEqual([200, made.json]);
    expect(read.headers.get('etag')).toBe(`"${id}-1"`);
    expect(read.headers.get('cache-control')).toBe('private, no-store');

    const changed = await asAda('PATCH', path, { body: { title: 'Another life' } });
    expect(changed.json).toMatchObject({ title: 'Another life', slug: 'a-life', version: 2 });
    expect((await asNobody(path)).status).toBe(404);

    const published = await asAda('POST', `${path}/publish`);
    expect(published.json).toMatchObject({ status: 'published', version: 3 });
    expect((await asNobody(path)).json.title).toBe('Another life');
    expect((await asAda('POST', `${path}/publish`)).status).toBe(409);

    expect((await asAda('DELETE', path)).status).toBe(204);
    for (const answer of [await asAda('GET', path), await asNobody(path)]) {
      expect(answer.status).toBe(404);
    }
    expect((await asAda('GET', '/posts?trash=true')).json.data).toMatchObject([{ id }]);
    expect((await asAda('POST', `${path}/restore`)).json).toMatchObject({ id, deletedAt: null });

    const { json } = await asAda('GET', `${path}/history`);
    expect(json.data.map((one: { version: number }) => one.version)).toEqual([5, 4, 3, 2, 1]);
    expect(json.data[0]).toMatchObject({ by: { name: 'Ada Lindgren' }, current: true });
  });

  test('leaves its events under the name and the request of who wrote it', async () => {
    const { json } = await write('With events');
    const events = await trial.owner`
      select type, actor_name, request_id from platform.events where subject_id = ${json.id}`;
    expect(events).toEqual([
      { type: 'post.created', actor_name: 'Ada Lindgren', request_id: 'test-request' },
    ]);
  });

  test('that is not as it was read is not changed', async () => {
    const made = await write('Contested');
    const path = `/posts/${made.json.id}`;
    const etag = String(made.headers.get('etag'));
    const patch = (ifMatch: string, title: string) =>
      asAda('PATCH', path, { body: { title }, headers: { 'if-match': ifMatch } });
    expect((await patch(etag, 'First')).status).toBe(200);
    const stale = await patch(etag, 'Second');
    expect([stale.status, stale.json.title]).toEqual([412, 'Changed in the meantime']);
    for (const other of ['"nonsense"', `W/${etag}`, '', ',,', '"x-1", "y-2"']) {
      expect((await patch(other, 'Third')).status).toBe(412);
    }
    const deleted = await asAda('DELETE', path, { headers: { 'if-match': etag } });
    expect(deleted.status).toBe(412);
    expect((await patch('*', 'Fourth')).json.title).toBe('Fourth');
    expect((await patch(`"x-1", "${made.json.id}-3"`, 'Fifth')).json.title).toBe('Fifth');
    expect((await asAda('PATCH', path, { body: { title: 'Sixth' } })).json.version).toBe(5);
  });

  test('of two changes to the same version only one is made', async () => {
    const made = await write('Raced for');
    const headers = { 'if-match': String(made.headers.get('etag')) };
    const answers = await Promise.all(
      ['one', 'two', 'three'].map((title) =>
        asAda('PATCH', `/posts/${made.json.id}`, { body: { title }, headers }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412]);
  });

  test('is not sent again to who has it', async () => {
    const made = await write('Known');
    const ask = (value: string) =>
      asAda('GET', `/posts/${made.json.id}`, { headers: { 'if-none-match': value } });
    const same = await ask(String(made.headers.get('etag')));
    expect([same.status, same.text]).toEqual([304, '']);
    expect((await ask('"other"')).status).toBe(200);
  });
});

describe('the tenant', () => {
  test('shows its facts to everybody, and is changed by who may', async () => {
    const before = await asNobody('/tenant');
    expect(before.json).toMatchObject({ slug: 'acme', name: 'ACME Corporation' });
    const headers = { 'if-match': String(before.headers.get('etag')) };
    const patch = (description: string, more: AskOptions = {}) =>
      asAda('PATCH', '/tenant', { body: { description }, headers, ...more });
    const changed = await patch('Fresh words.');
    expect(changed.json).toMatchObject({ description: 'Fresh words.', name: 'ACME Corporation' });
    expect((await patch('Too late.')).status).toBe(412);
    expect((await patch('Again.', { headers: {} })).status).toBe(200);
    expect((await patch('Not by her.', { token: cleo, headers: {} })).status).toBe(403);
    const wrong = await asAda('PATCH', '/tenant', { body: { brandColor: 'red', slug: 'mine' } });
    expect([wrong.status, wrong.json.errors.map(({ path }: { path: string }) => path)]).toEqual([
      422,
      ['brandColor', 'slug'],
    ]);
  });
});

describe('an Idempotency-Key', () => {
  const send = (key: string, body: object, options: AskOptions = {}) =>
    asAda('POST', '/tags', { body, headers: { 'idempotency-key': key }, ...options });

  test('gives the first answer again and changes nothing more', async () => {
    const first = await send('k-1', { name: 'Once' });
    const again = await send('k-1', { name: 'Once' });
    expect([again.status, again.text]).toEqual([201, first.text]);
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    expect(again.headers.get('location')).toBe(first.headers.get('location'));
    const rows = await trial.owner`select 1 from tags where name = 'Once'`;
    expect(rows).toHaveLength(1);
  });

  test('sent many times at once makes one record', async () => {
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => send('k-2', { name: 'At once' })),
    );
    expect(new Set(answers.map(({ status, json }) => `${status} ${json.id}`)).size).toBe(1);
    expect(await trial.owner`select 1 from tags where name = 'At once'`).toHaveLength(1);
  });

  test('is refused for another request, and is nobody else’s', async () => {
    await send('k-3', { name: 'Mine' });
    expect((await send('k-3', { name: 'Other' })).status).toBe(422);
    const bob = (await trial.signIn('acme', 'bob')).access;
    expect((await send('k-3', { name: 'Bob’s' }, { token: bob })).status).toBe(201);
    expect((await send('', { name: 'Empty' })).status).toBe(400);
    expect((await send('a'.repeat(201), { name: 'Long' })).status).toBe(400);
  });

  test('of a request that failed may be used again', async () => {
    expect((await send('k-4', { name: '' })).status).toBe(422);
    expect((await send('k-4', { name: 'Now' })).status).toBe(201);
    expect((await send('k-5', { name: 'Later', slug: 'now' })).status).toBe(422);
    expect((await send('k-5', { name: 'Later' })).status).toBe(201);
  });

  test('is forgotten after a day', async () => {
    await send('k-6', { name: 'Old' });
    await trial.owner`
      update platform.idempotency_keys set created_at = now() - interval '25 hours'
      where key = 'k-6'`;
    expect((await send('k-6', { name: 'New' })).json.name).toBe('New');
  });
});

describe('an address', () => {
  test('that is not there is 404, and a method that is not there 405', async () => {
    expect((await asAda('GET', '/nothing')).status).toBe(404);
    const answer = await asAda('PUT', '/posts', { body: {} });
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD, OPTIONS, POST']);
    expect((await asAda('DELETE', '/posts')).status).toBe(405);
    const options = await asAda('OPTIONS', '/tenant');
    expect([options.status, options.headers.get('allow')]).toEqual([
      204,
      'GET, HEAD, OPTIONS, PATCH',
    ]);
    const head = await asAda('HEAD', '/posts');
    expect([head.status, head.text]).toEqual([200, '']);
    expect((await asAda('HEAD', '/nothing')).status).toBe(404);
  });
});
