import '../testing/rest-environment';

import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sealAudit } from '../audit/seal-audit';
import { makeTrialKey, type TrialKey } from '../testing/api-key-trial';
import { type RestTrial, restTrial } from '../testing/rest-trial';

let trial: RestTrial;
let ada: string;
beforeAll(async () => {
  trial = await restTrial();
  ada = (await trial.signIn('acme', 'ada')).access;
});
afterAll(() => trial.end());

const make = (scopes: string[], more: { name?: string; expiresAt?: string | null } = {}) =>
  makeTrialKey(trial, 'acme', ada, { scopes, ...more });
const rowOf = async ({ id }: TrialKey) => {
  const [row] = await trial.owner`select * from platform.api_keys where id = ${id}`;
  return row as Record<string, unknown>;
};

describe('a key', () => {
  test('is told once, and kept as a hash', async () => {
    const key = await make(['posts.read'], { name: ' Deploys ' });
    expect(key.secret).toMatch(/^tnt_[0-9a-f]{8}_[0-9a-f]{72}$/);
    const row = await rowOf(key);
    expect(row.secret_hash).toBe(createHash('sha256').update(key.secret).digest('hex'));
    expect(JSON.stringify(row)).not.toContain(key.secret.slice(13));
    const one = await trial.ask('acme', 'GET', `/api-keys/${key.id}`, { token: ada });
    expect(one.json).toMatchObject({
      ...{
        name: 'Deploys',
        prefix: key.secret.slice(0, 12),
        state: 'active',
        madeBy: 'Ada Lindgren',
      },
      ...{ scopes: ['posts.read'], lastUsedAt: null, expiresAt: null },
    });
    const list = await trial.ask('acme', 'GET', '/api-keys?q=deploys', { token: ada });
    expect(list.json.data[0]).toMatchObject({ id: key.id, scopes: ['posts.read'] });
    for (const { text } of [one, list]) {
      expect(text).not.toContain(key.secret.slice(13));
      expect(text).not.toContain(row.secret_hash as string);
    }
  });

  test('acts for its maker, as far as its scopes go', async () => {
    const key = await make(['posts.read', 'tags.read', 'tags.write']);
    const me = await key.ask('GET', '/me');
    expect(me.json).toMatchObject({
      email: 'ada@example.com',
      apiKey: { id: key.id, name: 'Deploy', scopes: ['posts.read', 'tags.read', 'tags.write'] },
    });
    const drafts = await key.ask('GET', '/posts?status=draft');
    expect([drafts.status, drafts.json.page.total > 0]).toEqual([200, true]);
    expect((await key.ask('POST', '/tags', { body: { name: 'By key' } })).status).toBe(201);
    for (const [method, path, body] of [
      ['POST', '/posts', { title: 'No' }],
      ['GET', '/members', undefined],
      ['PATCH', '/tenant', { name: 'No' }],
      ['GET', '/api-keys', undefined],
      ['POST', '/api-keys', { name: 'More', scopes: ['posts.read'] }],
      ['DELETE', `/api-keys/${key.id}`, undefined],
    ] as const) {
      expect([path, (await key.ask(method, path, { body })).status]).toEqual([path, 403]);
    }
  });

  test('notes its use once a minute, not at each', async () => {
    const key = await make(['posts.read']);
    await key.ask('GET', '/me');
    const first = (await rowOf(key)).last_used_at;
    expect(first).toBeInstanceOf(Date);
    await key.ask('GET', '/me');
    expect((await rowOf(key)).last_used_at).toEqual(first);
    await trial.owner`
      update platform.api_keys set last_used_at = now() - interval '61 seconds' where id = ${key.id}`;
    await key.ask('GET', '/me');
    expect(Number((await rowOf(key)).last_used_at)).toBeGreaterThanOrEqual(Number(first));
  });

  test('writes into the audit log that it was a key, and whose', async () => {
    const key = await make(['tags.read', 'tags.write'], { name: 'Nightly import' });
    const { json } = await key.ask('POST', '/tags', { body: { name: 'Imported' } });
    await sealAudit(trial.tenants.acme.tenant.id);
    const { json: audit } = await trial.ask('acme', 'GET', `/audit?subjectId=${json.id}`, {
      token: ada,
    });
    expect(audit.data[0]).toMatchObject({
      actorName: 'Ada Lindgren',
      via: 'API key Nightly import',
    });
    const made = await trial.ask('acme', 'GET', `/audit?subjectId=${key.id}`, { token: ada });
    expect(made.json.data).toMatchObject([{ type: 'api-key.created', via: null }]);
    expect(made.text).not.toContain(key.secret.slice(13, 40));
  });
});

describe('making one', () => {
  const ask = (body: object, headers: Record<string, string> = {}) =>
    trial.ask('acme', 'POST', '/api-keys', { token: ada, body, headers });

  test.each([
    ['no name', { name: ' ', scopes: ['posts.read'] }, 'name'],
    ['a long name', { name: 'a'.repeat(81), scopes: ['posts.read'] }, 'name'],
    ['lines for a name', { name: 'a\nb', scopes: ['posts.read'] }, 'name'],
    ['no scopes', { name: 'a', scopes: [] }, 'scopes'],
    ['a scope there is not', { name: 'a', scopes: ['posts.*'] }, 'scopes'],
    ['everything', { name: 'a', scopes: ['*'] }, 'scopes'],
    ['entering the admin', { name: 'a', scopes: ['admin.enter'] }, 'scopes'],
    [
      'yesterday',
      { name: 'a', scopes: ['posts.read'], expiresAt: '2020-01-01T00:00:00Z' },
      'expiresAt',
    ],
    [
      'forever and a day',
      { name: 'a', scopes: ['posts.read'], expiresAt: '2999-01-01T00:00:00Z' },
      'expiresAt',
    ],
  ])('is refused with %s', async (_, body, path) => {
    const { status, json } = await ask(body);
    expect([status, json.errors?.[0]?.path]).toEqual([422, path]);
  });

  test('again with the same Idempotency-Key tells of it without the secret', async () => {
    const body = { name: 'Once', scopes: ['posts.read'] };
    const first = await ask(body, { 'idempotency-key': 'make-once' });
    const again = await ask(body, { 'idempotency-key': 'make-once' });
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    expect(again.json).toEqual({ ...first.json, secret: null });
    expect(again.headers.get('location')).toBe(first.headers.get('location'));
    const rows = await trial.owner`select 1 from platform.api_keys where name = 'Once'`;
    expect(rows).toHaveLength(1);
  });

  test('stops at a hundred that work', async () => {
    const { id } = trial.tenants.globex.tenant;
    const gus = (await trial.signIn('globex', 'gus')).access;
    await trial.owner`
      insert into platform.api_keys (tenant_id, name, prefix, secret_hash, created_by, scopes)
      select ${id}, 'Many', '00000000', md5(n::text) || md5(n::text), t.owner_id, '{posts.read}'
      from platform.tenants t, generate_series(1, 100) n where t.id = ${id}`;
    const body = { name: 'One more', scopes: ['posts.read'] };
    const full = await trial.ask('globex', 'POST', '/api-keys', { token: gus, body });
    expect(full.status).toBe(409);
    await trial.owner`delete from platform.api_keys where tenant_id = ${id} and name = 'Many'`;
    await makeTrialKey(trial, 'globex', gus, body);
  });
});

test('two keys of one person do not share an Idempotency-Key, nor does the person', async () => {
  const [one, two] = [
    await make(['tags.read', 'tags.write']),
    await make(['tags.read', 'tags.write']),
  ];
  const headers = { 'idempotency-key': '1' };
  const tag = (name: string) => ({ body: { name }, headers });
  const answers = [
    await one.ask('POST', '/tags', tag('Of one')),
    await two.ask('POST', '/tags', tag('Of two')),
    await trial.ask('acme', 'POST', '/tags', { token: ada, ...tag('Of Ada') }),
    await one.ask('POST', '/tags', tag('Of one')),
  ];
  expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
  expect(answers[3]?.json.id).toBe(answers[0]?.json.id);
  expect(new Set(answers.map(({ json }) => json.id)).size).toBe(3);
});
