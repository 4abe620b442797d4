import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AskOptions, type RestTrial, restTrial } from '../testing/rest-trial';

let trial: RestTrial;
let tokens: Record<'ada' | 'bob' | 'cleo' | 'gus' | 'root', string>;
let own: Record<string, string>;
let foreign: Record<string, string>;
beforeAll(async () => {
  trial = await restTrial();
  const access = async (host: 'acme' | 'globex' | 'root', name: string) =>
    (await trial.signIn(host, name)).access;
  tokens = {
    ada: await access('acme', 'ada'),
    bob: await access('acme', 'bob'),
    cleo: await access('acme', 'cleo'),
    gus: await access('globex', 'gus'),
    root: await access('root', 'root'),
  };
  own = await idsOf('acme', tokens.ada);
  foreign = await idsOf('globex', tokens.gus);
});
afterAll(() => trial.end());

const resources = ['posts', 'tags', 'authors', 'members', 'audit'];

async function idsOf(host: 'acme' | 'globex', token: string): Promise<Record<string, string>> {
  const ids: Record<string, string> = {};
  for (const name of resources) {
    const { json } = await trial.ask(host, 'GET', `/${name}?per_page=1`, { token });
    ids[name] = json.data[0].id;
  }
  return ids;
}

const ask = (method: string, path: string, options: AskOptions = {}) =>
  trial.ask('acme', method, path, options);
const asAda = (method: string, path: string, options: AskOptions = {}) =>
  ask(method, path, { token: tokens.ada, ...options });

/** Everything a tenant has, to see that nothing of it was changed. */
const everything = async (slug: string) =>
  trial.owner`
    select (select json_agg(p order by p.id) from posts p where p.tenant_id = t.id) as posts,
      (select json_agg(g order by g.id) from tags g where g.tenant_id = t.id) as tags,
      (select json_agg(a order by a.id) from authors a where a.tenant_id = t.id) as authors,
      (select json_agg(m order by m.id) from platform.memberships m where m.tenant_id = t.id) as members,
      t.* from platform.tenants t where t.slug = ${slug}`;

describe('another tenant’s', () => {
  test('records are as unknown as those that never were, and stay as they are', async () => {
    const before = await everything('globex');
    const { json } = await asAda('GET', '/posts/7f000001-0000-4000-8000-000000000001');
    for (const [name, id] of Object.entries(foreign)) {
      const answers = [
        await asAda('GET', `/${name}/${id}`),
        await asAda('PATCH', `/${name}/${id}`, { body: { name: 'Mine', title: 'Mine' } }),
        await asAda('DELETE', `/${name}/${id}`),
        await asAda('POST', `/${name}/${id}/restore`),
        await asAda('POST', `/${name}/${id}/publish`),
        await asAda('GET', `/${name}/${id}/history`),
      ];
      // Unless there is no such operation, or the input is wrong before any id is looked at.
      for (const { status, text } of answers) {
        expect([name, [404, 405, 422].includes(status)]).toEqual([name, true]);
        expect(text).not.toContain('globex');
      }
      if (name !== 'audit') {
        expect(answers[0]?.status).toBe(404);
      }
    }
    expect(json.status).toBe(404);
    expect(await everything('globex')).toEqual(before);
  });

  test('ids in a body, a list or a filter lead nowhere', async () => {
    const make = (body: object) => asAda('POST', '/posts', { body: { title: 'Stolen', ...body } });
    const byForeign = await make({ authorId: foreign.authors });
    expect([byForeign.status, byForeign.json.errors[0].path]).toEqual([422, 'authorId']);
    const byNobody = await make({ authorId: '7f000001-0000-4000-8000-000000000001' });
    expect(byNobody.json).toEqual(byForeign.json);
    const tagged = await make({ authorId: own.authors, tags: [own.tags, foreign.tags] });
    expect([tagged.status, tagged.json.errors[0].path]).toEqual([422, 'tags']);
    const changed = await asAda('PATCH', `/posts/${own.posts}`, { body: { tags: [foreign.tags] } });
    expect(changed.status).toBe(422);
    const filtered = await asAda('GET', `/posts?authorId=${foreign.authors}`);
    expect(filtered.json.page.total).toBe(0);
    const byTag = await asAda('GET', `/posts?tags=${foreign.tags}`);
    expect(byTag.json.page.total).toBe(0);
  });

  test('cursor shows this tenant’s rows only', async () => {
    const { json } = await trial.ask('globex', 'GET', '/posts?per_page=2', { token: tokens.gus });
    const answer = await asAda('GET', `/posts?cursor=${json.page.next}`);
    expect(answer.status).toBe(200);
    const ids = answer.json.data.map(({ id }: { id: string }) => id);
    const rows =
      await trial.owner`select 1 from posts where id = any(${ids}::uuid[]) and tenant_id <> ${trial.tenants.acme.tenant.id}`;
    expect(rows).toHaveLength(0);
  });

  test('tokens are nothing here, for reading what is public neither', async () => {
    for (const token of [tokens.gus, tokens.root]) {
      expect((await ask('GET', '/posts', { token })).status).toBe(401);
      expect((await ask('GET', '/me', { token })).status).toBe(401);
    }
    expect((await trial.ask('root', 'GET', '/me', { token: tokens.ada })).status).toBe(401);
  });
});

describe('a tenantId', () => {
  test('is refused wherever it is given', async () => {
    const tenantId = trial.tenants.globex.tenant.id;
    const body = { title: 'Moved', name: 'Moved', authorId: own.authors, tenantId };
    expect((await asAda('POST', '/posts', { body })).status).toBe(422);
    expect((await asAda('PATCH', `/posts/${own.posts}`, { body: { tenantId } })).status).toBe(422);
    expect((await asAda('POST', '/tags', { body: { name: 'x', tenantId } })).status).toBe(422);
    expect((await asAda('PATCH', '/tenant', { body: { tenantId } })).status).toBe(422);
    expect((await asAda('GET', `/posts?tenantId=${tenantId}`)).status).toBe(400);
    const headers = { 'x-tenant-id': tenantId, 'x-tenantry-tenant': 'globex' };
    expect((await asAda('GET', '/tenant', { headers })).json.slug).toBe('acme');
  });
});

describe('mass assignment', () => {
  test.each([
    'id',
    'version',
    'createdAt',
    'updatedAt',
    'deletedAt',
    'readingMinutes',
    'tenant_id',
    'constructor',
    'toString',
  ])('of %s is refused by name', async (name) => {
    const body = { title: 'x', authorId: own.authors, [name]: 1 };
    const answer = await asAda('POST', '/posts', { body });
    expect([answer.status, answer.json.errors]).toEqual([
      422,
      [{ path: name, message: 'There is no such field.' }],
    ]);
  });
  test('of __proto__ changes nothing', async () => {
    const body = `{"name":"Plain","__proto__":{"isStaff":true,"slug":"polluted"}}`;
    const answer = await asAda('POST', '/tags', { body });
    expect(answer.status).toBe(422);
    expect(({} as Record<string, unknown>).isStaff).toBeUndefined();
  });
});

describe('role escalation', () => {
  test('an editor writes posts, and neither settings nor members', async () => {
    const token = tokens.bob;
    const byBob = { title: 'By Bob', authorId: own.authors };
    expect((await ask('POST', '/posts', { token, body: byBob })).status).toBe(201);
    expect((await ask('PATCH', '/tenant', { token, body: { name: 'Bob’s' } })).status).toBe(403);
    expect((await ask('GET', '/audit', { token })).status).toBe(403);
    expect((await ask('DELETE', `/authors/${own.authors}`, { token })).status).toBe(403);
    const body = { role: 'owner', isStaff: true, isSuperuser: true };
    expect((await ask('PATCH', `/members/${own.members}`, { token, body })).status).toBe(403);
    expect((await ask('POST', '/members', { token, body })).status).toBe(405);
  });
  test('a member and nobody change nothing at all', async () => {
    const before = await everything('acme');
    const writes: [string, string, object?][] = [
      ['POST', '/posts', { title: 'x', authorId: own.authors }],
      ['PATCH', `/posts/${own.posts}`, { title: 'x' }],
      ['DELETE', `/posts/${own.posts}`],
      ['POST', `/posts/${own.posts}/publish`],
      ['POST', `/posts/${own.posts}/unpublish`],
      ['POST', `/posts/${own.posts}/restore`],
      ['POST', '/tags', { name: 'x' }],
      ['PATCH', '/tenant', { name: 'x' }],
    ];
    for (const [method, path, body] of writes) {
      expect((await ask(method, path, { body, token: tokens.cleo })).status).toBe(403);
      expect((await ask(method, path, { body })).status).toBe(401);
    }
    expect(await everything('acme')).toEqual(before);
  });
  test('a demotion counts from the next request on', async () => {
    const set = (isStaff: boolean) => trial.owner`
      update platform.memberships set is_staff = ${isStaff} where email = 'bob@example.com' and role = 'editor'`;
    await set(false);
    expect((await ask('GET', '/authors', { token: tokens.bob })).status).toBe(401);
    const demoted = (await trial.signIn('acme', 'bob')).access;
    expect((await ask('GET', '/authors', { token: demoted })).status).toBe(403);
    await set(true);
    expect((await ask('GET', '/authors', { token: demoted })).status).toBe(200);
  });
  test('nobody but superusers sees the platform', async () => {
    expect((await trial.ask('root', 'GET', '/platform/tenants')).status).toBe(401);
    for (const token of [tokens.ada, tokens.gus]) {
      expect((await trial.ask('root', 'GET', '/platform/tenants', { token })).status).toBe(401);
    }
    expect((await asAda('GET', '/platform/tenants')).status).toBe(404);
  });
});
