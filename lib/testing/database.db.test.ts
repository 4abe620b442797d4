import postgres from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from './database';

let first: TestDatabase;
let second: TestDatabase;
beforeAll(async () => {
  [first, second] = await Promise.all([testDatabase(), testDatabase()]);
});
afterAll(async () => {
  await Promise.all([first.drop(), second.drop()]);
});

test('each call gives a database of its own', () => {
  expect(first.name).not.toBe(second.name);
});

test('it is migrated, and the application role is not a superuser in it', async () => {
  const sql = postgres(first.appUrl, { max: 1 });
  const [row] = await sql`
    select rolname, rolsuper or rolbypassrls as dangerous,
      to_regclass('pool.posts') is not null as migrated,
      current_setting('search_path') as path
    from pg_roles where rolname = current_user`;
  await sql.end();
  expect(row).toEqual({
    rolname: 'tenantry_app',
    dangerous: false,
    migrated: true,
    path: 'pool, extensions',
  });
});

test('one that is kept has another name, which the end of the run passes over', async () => {
  const third = await testDatabase();
  const address = await third.keep();
  const kept = postgres(address, { max: 1, onnotice: () => {} });
  const [row] = await kept`select current_database() as name, to_regclass('pool.posts') as posts`;
  await kept.end();
  expect(row).toMatchObject({
    name: expect.stringMatching(/^tenantry_kept_/),
    posts: 'pool.posts',
  });
  const admin = postgres(first.adminUrl, { max: 1, onnotice: () => {} });
  await admin`drop database ${admin(row?.name)} with (force)`;
  await admin.end();
});

test('the owner role owns the tables', async () => {
  const sql = postgres(second.ownerUrl, { max: 1 });
  const rows = await sql`
    select distinct tableowner from pg_tables where schemaname in ('platform', 'pool')`;
  await sql.end();
  expect(rows.map((row) => row.tableowner)).toEqual(['tenantry_owner']);
});
