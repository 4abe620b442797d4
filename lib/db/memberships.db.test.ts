import type { Sql } from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../testing/database';
import { type MadeTenant, makeTenant } from '../testing/make-tenant';
import { openOwnerClient } from './owner-client';

let database: TestDatabase;
let owner: Sql;
let acme: MadeTenant;
let globex: MadeTenant;

beforeAll(async () => {
  database = await testDatabase();
  owner = openOwnerClient(database.ownerUrl);
  [acme, globex] = [await makeTenant(owner, 'acme'), await makeTenant(owner, 'globex')];
});
afterAll(async () => {
  await owner.end();
  await database.drop();
});

test('a membership carries name and email of its person, and follows when they change', async () => {
  const [ada] = await owner`
    insert into platform.users (email, name) values ('ada@example.com', 'Ada') returning id`;
  for (const { id } of [acme, globex]) {
    await owner`
      insert into platform.memberships (tenant_id, user_id, name, email)
      values (${id}, ${ada?.id}, 'Somebody', 'else@example.com')`;
  }
  const read = () => owner`
    select name, email from platform.memberships where user_id = ${ada?.id}`;
  expect([...(await read())]).toEqual(Array(2).fill({ name: 'Ada', email: 'ada@example.com' }));
  await owner`update platform.users set name = 'Ada L.', email = 'al@example.com' where id = ${ada?.id}`;
  expect([...(await read())]).toEqual(Array(2).fill({ name: 'Ada L.', email: 'al@example.com' }));
});
