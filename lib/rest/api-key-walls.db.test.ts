import '../testing/rest-environment';

import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { apiKeys } from '../db/schema/platform';
import { makeTrialKey, type TrialKey } from '../testing/api-key-trial';
import { type RestTrial, restTrial } from '../testing/rest-trial';

let trial: RestTrial;
let tokens: Record<'ada' | 'gus', string>;
beforeAll(async () => {
  trial = await restTrial();
  const [ada, gus] = [await trial.signIn('acme', 'ada'), await trial.signIn('globex', 'gus')];
  tokens = { ada: ada.access, gus: gus.access };
});
afterAll(() => trial.end());

type Wanted = Parameters<typeof makeTrialKey>[3];
const make = (scopes: string[], more: Omit<Wanted, 'scopes'> = {}) =>
  makeTrialKey(trial, 'acme', tokens.ada, { scopes, ...more });
const me = (token: string) => trial.ask('acme', 'GET', '/me', { token });
const statusOf = async (key: TrialKey) => (await key.ask('GET', '/me')).status;
const edit = (key: TrialKey, set: string) =>
  trial.owner.unsafe(`update platform.api_keys set ${set} where id = '${key.id}'`);

describe('a key made with a key', () => {
  const makeWith = (key: TrialKey, body: object) =>
    key.ask('POST', '/api-keys', { body: { name: 'Child', ...body } });

  test('is never wider, whatever its maker may', async () => {
    const key = await make(['posts.read', 'api-keys.write']);
    expect((await makeWith(key, { scopes: ['posts.write'] })).status).toBe(422);
    expect((await makeWith(key, { scopes: ['posts.read', 'api-keys.delete'] })).status).toBe(422);
    const child = await makeWith(key, { scopes: ['posts.read'] });
    expect(child.status).toBe(201);
    const more = { token: child.json.secret, body: { name: 'x', scopes: ['posts.read'] } };
    expect((await trial.ask('acme', 'POST', '/api-keys', more)).status).toBe(403);
  });

  test('ends no later', async () => {
    const expiresAt = new Date(Date.now() + 3_600_000).toISOString();
    const key = await make(['posts.read', 'api-keys.write'], { expiresAt });
    const scopes = ['posts.read'];
    const later = new Date(Date.now() + 3_700_000).toISOString();
    for (const body of [{ scopes }, { scopes, expiresAt: null }, { scopes, expiresAt: later }]) {
      expect((await makeWith(key, body)).json.errors?.[0]?.path).toBe('expiresAt');
    }
    expect((await makeWith(key, { scopes, expiresAt })).status).toBe(201);
  });

  test('ends with it, and so do those made with that one', async () => {
    const first = await make(['posts.read', 'api-keys.write']);
    const scopes = ['posts.read', 'api-keys.write'];
    const second = (await makeWith(first, { scopes })).json;
    const third = (
      await trial.ask('acme', 'POST', '/api-keys', {
        token: second.secret,
        body: { name: 'Third', scopes },
      })
    ).json;
    expect((await me(third.secret)).status).toBe(200);
    const path = `/api-keys/${first.id}`;
    expect((await trial.ask('acme', 'DELETE', path, { token: tokens.ada })).status).toBe(204);
    for (const { secret } of [first, second, third]) expect((await me(secret)).status).toBe(401);
    const told = await trial.owner`
      select payload ->> 'label' as label from platform.events
      where type = 'api-key.revoked' and subject_id = any(${[first.id, second.id, third.id]}::uuid[])`;
    expect(told.map(({ label }) => label).sort()).toEqual(['Child', 'Deploy', 'Third']);
    expect((await trial.ask('acme', 'DELETE', path, { token: tokens.ada })).status).toBe(409);
  });
});

describe('in the database', () => {
  const asApp = (set: Partial<typeof apiKeys.$inferInsert>, key: TrialKey) =>
    trial.tenants.acme.db.write((tx) =>
      tx.update(apiKeys).set(set).where(eq(apiKeys.id, key.id)).returning({ id: apiKeys.id }),
    );

  test('what has ended stays ended, and nothing is widened', async () => {
    const key = await make(['posts.read']);
    await edit(key, `revoked_at = now(), ended_why = 'revoked'`);
    await edit(key, `revoked_at = null, ended_why = null`);
    expect((await rowOf(key)).revoked_at).not.toBeNull();
  });

  test('the application widens none, lengthens none, and reaches none of another tenant', async () => {
    const key = await make(['posts.read']);
    await expect(asApp({ scopes: ['posts.write'] }, key)).rejects.toThrow();
    await expect(asApp({ expiresAt: null }, key)).rejects.toThrow();
    await expect(asApp({ createdBy: key.id }, key)).rejects.toThrow();
    const theirs = await makeTrialKey(trial, 'globex', tokens.gus, { scopes: ['posts.read'] });
    const end = { revokedAt: new Date(), endedWhy: 'revoked' } as const;
    expect(await asApp(end, theirs)).toEqual([]);
    const maker = trial.client.query(
      (sql) => sql`select * from platform.api_key_maker(${theirs.id})`,
    );
    expect(await maker).toEqual([]);
    expect(await asApp(end, key)).toEqual([{ id: key.id }]);
    expect([await statusOf(theirs), await statusOf(key)]).toEqual([200, 401]);
  });

  test('a key for somebody who is no member ends as it begins', async () => {
    const { id } = trial.tenants.acme.tenant;
    const [row] = await trial.owner`
      insert into platform.api_keys (tenant_id, name, prefix, secret_hash, created_by, scopes)
      select ${id}, 'Planted', '00000000', ${'f'.repeat(64)}, u.id, '{posts.read}'
      from platform.users u where u.email = 'gus@example.com' returning ended_why`;
    expect(row?.ended_why).toBe('removed');
  });
});

async function rowOf({ id }: TrialKey) {
  const [row] = await trial.owner`select * from platform.api_keys where id = ${id}`;
  return row as Record<string, unknown>;
}
