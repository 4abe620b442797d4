import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../testing/database';
import { faultKinds } from './catalog/catalog-fault';
import { inspectCatalog } from './catalog/inspect-catalog';
import { plantedConsoleFaults } from './catalog/planted-console-faults';
import { plantedFaults } from './catalog/planted-faults';
import { plantedSearchFaults } from './catalog/planted-search-faults';
import { tableClasses } from './catalog/table-classes';

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

test('the classes name real tables', () => {
  expect(tableClasses.tenant).toEqual([
    ...['authors', 'comments', 'former_post_slugs', 'media', 'notification_preferences'],
    'notification_receipts',
    'notifications',
    'post_drafts',
    ...['post_tags', 'posts', 'revisions', 'tags'],
  ]);
  expect(tableClasses.platform).toContain('tenants');
});

test('a migrated database has no fault', async () => {
  expect(await inspectCatalog(admin)).toEqual([]);
});

describe('each fault is found, and nothing beside it', () => {
  test.each([...plantedFaults, ...plantedConsoleFaults, ...plantedSearchFaults])(
    '%s: %s',
    async (_kind, statement, expected) => {
      expect(await faultsAfter(statement)).toEqual([expected].flat());
    },
  );
  test('every kind of fault has its case', () => {
    expect(new Set(plantedFaults.map(([kind]) => kind))).toEqual(new Set(faultKinds));
  });
});

test('a view with security_invoker is no fault', async () => {
  const faults = await faultsAfter(
    'set local role tenantry_owner; ' +
      'create view pool.own_posts with (security_invoker = true) as select * from pool.posts',
  );
  expect(faults).toEqual([]);
});

class Undo extends Error {}

/** Plants in a transaction that is rolled back, so that the cases do not meet. */
async function faultsAfter(statement: string): Promise<string[]> {
  let faults: string[] = [];
  await admin
    .begin(async (sql) => {
      await sql.unsafe(statement);
      await sql.unsafe('reset role');
      const found = await inspectCatalog(sql as unknown as postgres.Sql);
      faults = found.map(({ kind, object }) => `${kind} ${object}`);
      throw new Undo();
    })
    .catch((error) => {
      if (!(error instanceof Undo)) throw error;
    });
  return faults;
}
