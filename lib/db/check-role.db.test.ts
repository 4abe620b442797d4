import postgres from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../testing/database';
import { checkRole, UnsafeDatabaseRole } from './check-role';
import { createAppClient } from './client';

const role = 'tenantry_trial_role';
/** What it is a member of afterwards has to be taken on; WITH INHERIT FALSE says so since 16 only. */
const mute = `alter role ${role} noinherit;`;
let database: TestDatabase;
let admin: postgres.Sql;
beforeAll(async () => {
  database = await testDatabase();
  admin = postgres(database.adminUrl, { max: 1, onnotice: () => {} });
});
afterAll(async () => {
  await admin.end();
  await database.drop();
});

/** The verdict on a role made by the given statements; roles belong to the server, so it is undone. */
async function verdictOn(...statements: string[]): Promise<unknown> {
  let verdict: unknown = 'accepted';
  await admin
    .begin(async (sql) => {
      await sql.unsafe(`create role ${role} login; grant usage on schema pool to ${role}`);
      for (const statement of statements) await sql.unsafe(statement);
      await sql.unsafe(`set local session authorization ${role}`);
      await checkRole(sql as unknown as postgres.Sql).catch((error) => {
        verdict = error;
      });
      throw new Error('undo');
    })
    .catch((error) => {
      if (error.message !== 'undo') throw error;
    });
  return verdict;
}

test('the application role is accepted', async () => {
  const client = createAppClient(database.appUrl, { max: 1 });
  await expect(client.verified()).resolves.toBeUndefined();
  await client.end();
});

test('so is any plain role, and one that may take on the console’s', async () => {
  expect(await verdictOn()).toBe('accepted');
  expect(await verdictOn(`${mute} grant tenantry_console to ${role}`)).toBe('accepted');
});

test.each([
  ['a superuser', `alter role ${role} superuser`, 'is a superuser'],
  ['a role that may bypass row security', `alter role ${role} bypassrls`, 'may bypass'],
  ['a member of the owner', `grant tenantry_owner to ${role}`, 'sees all rows'],
  ['a member of search', `${mute} grant tenantry_search to ${role}`, 'sees all rows'],
  [
    'a member of a member of the owner',
    `create role tenantry_trial_between; grant tenantry_owner to tenantry_trial_between;
     grant tenantry_trial_between to ${role}`,
    'sees all rows',
  ],
  ['a member that must SET ROLE first', `${mute} grant tenantry_owner to ${role}`, 'sees all rows'],
  [
    'a member of a role that may bypass row security',
    `create role tenantry_trial_between bypassrls; grant tenantry_trial_between to ${role}`,
    'sees all rows',
  ],
  [
    'a role that owns a table',
    `create table pool.owned (id int); alter table pool.owned owner to ${role}`,
    'owns tables',
  ],
  ['a role that may create roles', `alter role ${role} createrole`, 'may create roles'],
  [
    'a role with the rights of the console',
    `grant tenantry_console to ${role}`,
    'has the rights of tenantry_console all the time',
  ],
  [
    'a console that may bypass row security',
    `${mute} grant tenantry_console to ${role}; alter role tenantry_console bypassrls`,
    'sees all rows',
  ],
  [
    'a console that is a member of the owner',
    `${mute} grant tenantry_console to ${role}; grant tenantry_owner to tenantry_console`,
    'sees all rows',
  ],
  [
    'a console that owns a table',
    `${mute} grant tenantry_console to ${role};
     create table pool.owned (id int); alter table pool.owned owner to tenantry_console`,
    'owns tables',
  ],
  [
    'a console that may create roles',
    `${mute} grant tenantry_console to ${role}; alter role tenantry_console createrole`,
    'may create roles',
  ],
])('%s is refused', async (_name, statements, fault) => {
  const verdict = await verdictOn(statements);
  expect(verdict).toBeInstanceOf(UnsafeDatabaseRole);
  expect((verdict as Error).message).toContain(`"${role}"`);
  expect((verdict as Error).message).toContain(fault);
});

test('the owner role is refused, and no query is served with it', async () => {
  const client = createAppClient(database.ownerUrl, { max: 1 });
  await expect(client.verified()).rejects.toThrow(UnsafeDatabaseRole);
  await client.end();
});

test('a superuser in the guise of the application role is refused', async () => {
  const disguised = new URL(database.adminUrl);
  disguised.searchParams.set('options', '-c role=tenantry_app');
  const client = createAppClient(disguised.toString(), { max: 1 });
  await expect(client.verified()).rejects.toThrow('is a superuser');
  await client.end();
});
