import type { Sql } from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../testing/database';
import { type MadeTenant, makeTenant } from '../testing/make-tenant';
import { type AppClient, createAppClient } from './client';
import { openOwnerClient } from './owner-client';

let database: TestDatabase;
let owner: Sql;
let client: AppClient;
let acme: MadeTenant;
let globex: MadeTenant;
beforeAll(async () => {
  database = await testDatabase();
  owner = openOwnerClient(database.ownerUrl);
  client = createAppClient(database.appUrl, { max: 2 });
  acme = await makeTenant(owner, 'acme');
  globex = await makeTenant(owner, 'globex');
  for (const { id, slug } of [acme, globex]) {
    await owner`insert into tags (tenant_id, slug, name) values (${id}, 'news', ${slug})`;
  }
});
afterAll(async () => {
  await Promise.all([owner.end(), client.end()]);
  await database.drop();
});

describe('the second wall, with the first left out', () => {
  /** Hand-written SQL on a connection bound to acme, as an injection would be. */
  const asAcme = (statement: string) =>
    client.query(async (sql) => {
      await sql.unsafe(`begin; select set_config('app.tenant_id', '${acme.id}', true)`);
      const asked = sql.unsafe(statement).catch((error: { code: string }) => error.code);
      const answer = await asked;
      await sql.unsafe('rollback');
      return answer;
    });

  test('a row of another tenant cannot be inserted', async () => {
    const insert = `insert into tags (tenant_id, slug, name) values ('${globex.id}', 'a', 'a')`;
    expect(await asAcme(insert)).toBe('42501');
  });
  test('a row cannot be moved to another tenant', async () => {
    expect(await asAcme(`update tags set tenant_id = '${globex.id}'`)).toBe('42501');
  });
  test("another tenant's rows can be neither seen, changed nor removed", async () => {
    const theirs = `where tenant_id = '${globex.id}'`;
    expect(await asAcme(`select * from tags ${theirs}`)).toEqual([]);
    expect(await asAcme(`update tags set name = 'x' ${theirs} returning 1`)).toEqual([]);
    expect(await asAcme(`delete from tags ${theirs} returning 1`)).toEqual([]);
  });
  test.each([
    'truncate tags',
    'alter table tags disable row level security',
    'drop policy tenant_isolation on tags',
    'set local role tenantry_owner',
    'create table pool.mine (id int)',
    'create view pool.mine as select * from tags',
    'select * from platform.users',
    'select * from platform.sessions',
    'select * from platform.migrations__pool',
    "update platform.tenants set status = 'active'",
    "insert into platform.domains (tenant_id, hostname) values (gen_random_uuid(), 'a.b')",
  ])('the application may not: %s', async (statement) => {
    expect(await asAcme(statement)).toBe('42501');
  });
  test('row_security = off is an error, not a way in', async () => {
    expect(await asAcme('set local row_security = off; select * from tags')).toBe('42501');
  });
  test('with no tenant bound there is nothing', async () => {
    expect(await client.query((sql) => sql`select * from tags`)).toEqual([]);
    expect(await client.query((sql) => sql`select * from platform.tenants`)).toEqual([]);
  });
  test('a foreign key cannot point at another tenant', async () => {
    const insert = `insert into posts (slug, title, author_id) values ('a', 'a', '${globex.authorId}')`;
    expect(await asAcme(insert)).toBe('23503');
  });
});
