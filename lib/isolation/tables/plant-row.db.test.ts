import postgres from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../testing/database';
import { listRelations } from './list-relations';
import { plantRow } from './plant-row';

let database: TestDatabase;
let sql: postgres.Sql;
const tenant = { id: '', word: 'anvil' };

beforeAll(async () => {
  database = await testDatabase();
  sql = postgres(database.adminUrl, { max: 1, onnotice: () => {} });
  const [user] = await sql`
    insert into platform.users (email, name) values ('a@example.com', 'A') returning id`;
  const [row] = await sql`
    insert into platform.tenants (slug, name, owner_id) values ('acme', 'ACME', ${user?.id})
    returning id`;
  tenant.id = row?.id;
});

afterAll(async () => {
  await sql.end();
  await database.drop();
});

async function plantIn(name: string) {
  const relations = await listRelations(sql);
  const relation = relations.find((one) => one.name === name);
  if (!relation) throw new Error(`${name} is not in the catalogue`);
  return plantRow(sql, relation, tenant);
}

test('a table nobody has heard of gets its row from types, keys and checks', async () => {
  await plantIn('pool.authors');
  await sql.unsafe(`
    create table pool.novelties (
      tenant_id uuid not null, id bigint generated always as identity, author_id uuid not null,
      kind text not null check (kind in ('round', 'square')), host text not null check (host like '%.%'),
      note text, amount numeric(8, 2) not null, tags text[] not null, extra jsonb not null,
      seen timestamptz not null, day date not null, on_sale boolean not null,
      primary key (tenant_id, id),
      foreign key (tenant_id, author_id) references pool.authors (tenant_id, id))`);
  const row = await plantIn('pool.novelties');
  expect(row).toMatchObject({ tenant_id: tenant.id, on_sale: false });
  expect(String(row.note)).toContain('anvil');
  expect(['round', 'square']).toContain(row.kind);
});

test('a table no row can be made for says why', async () => {
  await sql`create table pool.hopeless (tenant_id uuid, x text not null check (x = upper(x) and x ~ '^Z'))`;
  await expect(plantIn('pool.hopeless')).rejects.toThrow(/no row could be made for pool.hopeless/);
});
