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

describe('a list', () => {
  test('comes in pages, sorted, searched and filtered', async () => {
    const first = (await asAda('GET', '/posts?per_page=5&sort=title')).json;
    const second = (await asAda('GET', '/posts?per_page=5&sort=title&page=2')).json;
    expect(first.page).toMatchObject({ number: 1, size: 5, estimated: false });
    expect(first.page.total).toBeGreaterThan(14);
    expect(second.page.number).toBe(2);
    const titles = [...first.data, ...second.data].map(({ title }) => title);
    expect(new Set(titles).size).toBe(10);
    const next = `/posts?per_page=5&sort=title&cursor=${first.page.next}`;
    const byCursor = (await asAda('GET', next)).json;
    expect(byCursor.data).toEqual(second.data);
    expect(byCursor.page.number).toBeNull();
    const found = (await asAda('GET', '/posts?q=search&status=published')).json;
    expect(found.data.length).toBeGreaterThan(0);
    expect(found.data.every((row: { status: string }) => row.status === 'published')).toBe(true);
    expect(first.data[0]).not.toHaveProperty('body');
  });

  test.each([
    'page=0',
    'page=1.5',
    'page=x',
    'page=99999999999999999999',
    'page=102&per_page=100',
    'per_page=0',
    'per_page=1000',
    'sort=body',
    'sort=tenantId',
    'unknown=1',
    'tenantId=x',
    'status=drafty',
    'status=draft,drafty',
    'authorId=1',
    'publishedAt=yesteryear',
    'cursor=nonsense',
    'page=1&page=2',
    'q=%00',
    `q=${'a'.repeat(101)}`,
    'trash=yes',
  ])('refuses ?%s, and says what is wrong', async (query) => {
    const answer = await asAda('GET', `/posts?${query}`);
    expect([query, answer.status]).toEqual([query, 400]);
    expect(answer.json.errors.length).toBeGreaterThan(0);
  });

  test('of drafts is for the staff alone, whatever is asked', async () => {
    const { json } = await write('Secret plans', { body: 'psst' });
    const draft = json.id;
    for (const token of [undefined, cleo]) {
      const ask = (path: string) => trial.ask('acme', 'GET', path, { token });
      for (const query of [
        '',
        '?status=draft',
        '?q=secret',
        '?sort=-updatedAt',
        '?status=draft,published',
      ]) {
        const { status, text } = await ask(`/posts${query}`);
        expect(status).toBe(200);
        expect(text).not.toContain('Secret plans');
      }
      expect((await ask('/posts?status=draft')).json.page.total).toBe(0);
      expect((await ask(`/posts/${draft}`)).status).toBe(404);
      expect((await ask('/posts?trash=true')).status).toBe(403);
      expect((await ask(`/posts/${draft}/history`)).status).toBe(token ? 403 : 401);
      expect((await ask('/tags?trash=true')).status).toBe(403);
    }
  });

  test('of tags names to the public only those of published posts', async () => {
    const tag = (await asAda('POST', '/tags', { body: { name: 'Takeover' } })).json;
    const { json } = await write('About the takeover', { tags: [tag.id] });
    expect((await asNobody('/tags?per_page=100')).text).not.toContain('Takeover');
    expect((await asNobody(`/tags/${tag.id}`)).status).toBe(404);
    await asAda('POST', `/posts/${json.id}/publish`);
    expect((await asNobody('/tags?per_page=100&sort=name')).text).toContain('Takeover');
    expect((await asNobody('/tags?q=takeo')).json.page.total).toBe(1);
    expect((await asNobody(`/tags/${tag.id}`)).json.name).toBe('Takeover');
  });

  test('of members and of the audit log is for who may read it', async () => {
    const members = (await asAda('GET', '/members')).json;
    expect(members.data.map(({ email }: { email: string }) => email).sort()).toEqual([
      'ada@example.com',
      'bob@example.com',
      'cleo@example.com',
    ]);
    const one = await asAda('GET', `/members/${members.data[0].id}`);
    expect(one.json).toMatchObject({ id: members.data[0].id });
    const log = (await asAda('GET', '/audit')).json;
    expect(log.data.length).toBeGreaterThan(0);
    const entry = await asAda('GET', `/audit/${log.data[0].id}`);
    expect(entry.json).toMatchObject({ id: log.data[0].id, hash: expect.any(String) });
    for (const path of ['/members', '/audit', '/authors']) {
      expect((await trial.ask('acme', 'GET', path, { token: cleo })).status).toBe(403);
      expect((await asNobody(path)).status).toBe(401);
    }
  });
});
