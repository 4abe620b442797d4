import { drizzle } from 'drizzle-orm/postgres-js';
import postgres, { type Sql } from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { tenants, users } from '../db/schema/platform';
import type { ScopedTx } from '../db/scoped-tx';
import { type TestDatabase, testDatabase } from '../testing/database';
import { countDependants } from './count-dependants';
import { createRecord } from './create-record';
import { defineResource } from './define-resource';
import { deleteForever } from './delete-forever';
import { getRecord } from './find-record';
import { readListQuery } from './list-query';
import { listRecords } from './list-records';
import { recordHistory } from './record-history';
import type { ResourceContext } from './resource-context';
import { trashRecords } from './trash-records';
import { updateRecord } from './update-record';

// Tables of the platform have no tenant, no version and no trash of the engine's.
const usersResource = defineResource({
  name: 'users',
  singular: 'user',
  table: users,
  title: 'name',
  columns: ['name', 'email', 'isActive', 'createdAt'],
  form: { name: {}, email: {}, isActive: { label: 'May sign in' } },
  permissions: { read: 'platform.users.read' },
  platformOnly: true,
});
const tenantsResource = defineResource({
  name: 'tenants',
  singular: 'tenant',
  table: tenants,
  form: { name: {}, slug: {}, ownerId: {} },
  platformOnly: true,
});

let database: TestDatabase;
let sql: Sql;
let ctx: ResourceContext;
beforeAll(async () => {
  database = await testDatabase();
  sql = postgres(database.ownerUrl, { max: 2, onnotice: () => {} });
  const db = drizzle(sql, { casing: 'snake_case' });
  const run = <T>(fn: (tx: ScopedTx) => Promise<T>) => db.transaction((tx) => fn(tx as never));
  ctx = {
    tenant: null,
    db: { read: run, write: run },
    actor: { id: '00000000-0000-4000-8000-000000000001', name: 'Root' },
    requestId: 'r',
    can: () => true,
  };
});
afterAll(async () => {
  await sql.end();
  await database.drop();
});

test('a table without versions is told apart by its time of change', async () => {
  const { id } = await createRecord(ctx, usersResource, { name: 'Ada', email: 'ada@example.com' });
  const first = await getRecord(ctx, usersResource, id);
  expect(first.version).toBe(Date.parse(first.updatedAt ?? ''));
  const saved = await updateRecord(ctx, usersResource, id, first.version, { name: 'Ada L' });
  expect(saved.version).toBeGreaterThan(first.version ?? 0);
  expect((await getRecord(ctx, usersResource, id)).version).toBe(saved.version);
  const stale = updateRecord(ctx, usersResource, id, first.version, { name: 'Late' });
  await expect(stale).rejects.toMatchObject({ name: 'EditConflict', conflict: { by: null } });
  const [event] = await sql`
    select tenant_id, actor_name, payload -> 'changes' as changes from platform.events
    where type = 'user.updated'`;
  expect(event).toMatchObject({ tenant_id: null, actor_name: 'Root' });
  expect(event?.changes).toEqual({ name: ['Ada', 'Ada L'] });
  expect(await recordHistory(ctx, usersResource, id)).toEqual({ versions: [], older: null });
});

test('what nobody declared is not to be set, and what is taken is told', async () => {
  const attempt = createRecord(ctx, usersResource, {
    name: 'Eve',
    email: 'eve@example.com',
    isSuperuser: true,
    passwordHash: 'x',
  });
  await expect(attempt).rejects.toMatchObject({
    errors: { general: ['“isSuperuser” cannot be set.', '“passwordHash” cannot be set.'] },
  });
  const taken = createRecord(ctx, usersResource, { name: 'Ada', email: 'ada@example.com' });
  await expect(taken).rejects.toMatchObject({
    errors: { fields: { email: ['“ada@example.com” is taken.'] } },
  });
});

test('there is no trash, and what is needed stays', async () => {
  const { id } = await createRecord(ctx, usersResource, { name: 'Gus', email: 'gus@example.com' });
  await createRecord(ctx, tenantsResource, { name: 'Globex', slug: 'globex', ownerId: id });
  await expect(trashRecords(ctx, usersResource, { ids: [id] })).rejects.toMatchObject({
    code: 'bad_input',
  });
  expect(await countDependants(ctx, usersResource, [id])).toEqual([
    { resource: 'tenants', label: 'tenant', count: 1, effect: 'blocks' },
  ]);
  const kept = await deleteForever(ctx, usersResource, { ids: [id] });
  expect(kept.left).toMatchObject([{ label: 'Gus', why: 'Still used by 1 tenant.' }]);
});

test('lists and searches work as anywhere', async () => {
  const query = readListQuery(usersResource, { q: 'ada', sort: 'name' });
  const page = await listRecords(ctx, usersResource, query);
  expect(page.records.map(({ label }) => label)).toEqual(['Ada L']);
  expect(page.total).toEqual({ count: 1, kind: 'exact' });
});
