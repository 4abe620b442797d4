import type { Sql } from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../testing/database';
import { makeTenant } from '../testing/make-tenant';
import { migrateDatabase } from './migrate';
import { openOwnerClient } from './owner-client';

let database: TestDatabase;
let owner: Sql;
beforeAll(async () => {
  database = await testDatabase();
  owner = openOwnerClient(database.ownerUrl);
});
afterAll(async () => {
  await owner.end();
  await database.drop();
});

const told = async () => {
  const rows = await owner`
    select t.slug, e.payload -> 'changes' -> 'version' as version from platform.events e
    join platform.tenants t on t.id = e.tenant_id where e.type = 'tenant.migrated' order by t.slug, e.id`;
  return rows.map(({ slug, version }) => [slug, version]);
};

test('living tenants are told once for each release that changes their tables, and not at each start', async () => {
  const [row] = await owner`select platform.tenant_schema_version() as now`;
  const now = row?.now as number;
  const [acme, gone] = [await makeTenant(owner, 'acme'), await makeTenant(owner, 'gone')];
  await makeTenant(owner, 'globex');
  await owner`update platform.tenants set status = 'deleted' where id = ${gone.id}`;
  await migrateDatabase(database.ownerUrl);
  expect(await told()).toEqual([]);
  // As after an update, and one that was told half of it before it was cut short.
  await owner`update platform.tenants set schema_version = ${now - 1}`;
  await owner`update platform.tenants set schema_version = ${now - 2} where id = ${acme.id}`;
  await migrateDatabase(database.ownerUrl, () => {}, 'shared');
  expect(await told()).toEqual([]);
  for (let n = 0; n < 3; n += 1) await migrateDatabase(database.ownerUrl);
  const both = [
    ['acme', [now - 2, now]],
    ['globex', [now - 1, now]],
  ];
  expect(await told()).toEqual(both);
  // Restored, it hears of what it missed.
  await owner`update platform.tenants set status = 'active' where id = ${gone.id}`;
  await migrateDatabase(database.ownerUrl);
  expect(await told()).toEqual([...both, ['gone', [now - 1, now]]]);
});
