import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ScratchServer, startScratchServer } from '../testing/scratch-server';
import { inspectCatalog } from './catalog/inspect-catalog';
import { migrateDatabase } from './migrate';
import { setUpDatabase } from './setup-database';

let server: ScratchServer;
beforeAll(async () => {
  server = await startScratchServer();
});
afterAll(() => server.stop());

const emptyDatabase = async (database: string) => {
  const passwords = { ownerPassword: 'own', appPassword: 'app' };
  const made = await setUpDatabase({ adminUrl: server.adminUrl(), database, ...passwords });
  return made.DATABASE_OWNER_URL;
};

describe('an empty database', () => {
  test('is brought up to date, and the schema has no fault', async () => {
    const url = await emptyDatabase('one');
    const told: string[] = [];
    const applied = await migrateDatabase(url, (name) => told.push(name));
    expect(applied).toEqual(told);
    expect(applied.slice(0, 3)).toEqual([
      'platform/0000_start',
      'platform/0001_walls',
      'platform/0002_lookups',
    ]);
    expect(applied).toContain('pool/0000_start');
    const sql = postgres(url, { max: 1 });
    expect(await inspectCatalog(sql)).toEqual([]);
    await sql.end();
  });

  test('migrated from four places at once is migrated once', async () => {
    const url = await emptyDatabase('many');
    const runs = await Promise.all([1, 2, 3, 4].map(() => migrateDatabase(url)));
    const workers = runs.filter((applied) => applied.length > 0);
    expect(workers).toHaveLength(1);
    const sql = postgres(url, { max: 1 });
    const rows = await sql`select hash from platform.migrations__pool`;
    expect(new Set(rows.map((row) => row.hash)).size).toBe(rows.length);
    await sql.end();
  });
});

describe('a database of a release that knew no console', () => {
  const sayTo = async (statement: string) => {
    const admin = postgres(server.adminUrl(), { max: 1 });
    await admin.unsafe(statement).finally(() => admin.end());
  };

  test('says what to run, and is brought up to date after it', async () => {
    // Roles belong to the server: those who use this one must be gone first.
    for (const name of ['one', 'many']) await sayTo(`drop database ${name} with (force)`);
    const url = await emptyDatabase('older');
    await sayTo('drop role tenantry_console');
    await expect(migrateDatabase(url)).rejects.toThrow(
      /^The role tenantry_console is missing.*npm run tenant -- db-setup/,
    );
    await emptyDatabase('older');
    expect(await migrateDatabase(url)).toContain('platform/0007_console');
  });
});

describe('a database that is up to date', () => {
  test('has nothing to apply', async () => {
    const url = await emptyDatabase('two');
    await migrateDatabase(url);
    expect(await migrateDatabase(url)).toEqual([]);
  });

  test('whose applied files differ from the ones here is refused', async () => {
    const url = await emptyDatabase('changed');
    await migrateDatabase(url);
    const sql = postgres(url, { max: 1 });
    await sql`update platform.migrations__pool set hash = 'other' where id = 1`;
    await sql.end();
    await expect(migrateDatabase(url)).rejects.toThrow('0000_start was changed');
  });

  test('that is ahead of this code is refused', async () => {
    const url = await emptyDatabase('ahead');
    await migrateDatabase(url);
    const sql = postgres(url, { max: 1 });
    await sql`
      insert into platform.migrations__platform (hash, created_at) values ('later', 99999999999999)`;
    await sql.end();
    await expect(migrateDatabase(url)).rejects.toThrow('ahead of this code by 1 migration');
  });
});

test('a server that is away is said so, in time', async () => {
  const gone = new URL(await emptyDatabase('gone'));
  gone.port = '1';
  await expect(migrateDatabase(gone.toString())).rejects.toMatchObject({ code: 'ECONNREFUSED' });
});
