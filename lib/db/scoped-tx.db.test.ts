import { eq, inArray, isNull, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../testing/database';
import { type MadeTenant, makeTenant } from '../testing/make-tenant';
import { openOwnerClient } from './owner-client';
import { authors, posts, tags } from './schema/tenant';
import { createScopedTx, type ScopedTx } from './scoped-tx';

// The first wall alone: signed in as the superuser, for whom there is no row security.
let database: TestDatabase;
let client: postgres.Sql;
let acme: MadeTenant;
let globex: MadeTenant;
let tx: ScopedTx;
beforeAll(async () => {
  database = await testDatabase();
  const owner = openOwnerClient(database.ownerUrl);
  [acme, globex] = [await makeTenant(owner, 'acme'), await makeTenant(owner, 'globex')];
  for (const { id, slug, authorId } of [acme, globex]) {
    await owner`insert into tags (tenant_id, slug, name) values (${id}, 'news', ${slug})`;
    await owner`
      insert into posts (tenant_id, slug, title, author_id)
      values (${id}, 'hello', ${slug}, ${authorId})`;
  }
  await owner.end();
  const connection = { search_path: 'pool' };
  client = postgres(database.adminUrl, { max: 1, onnotice: () => {}, connection });
  tx = createScopedTx(drizzle(client, { casing: 'snake_case' }), acme.id);
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

const titles = async () => {
  const rows = await client`select title from posts where tenant_id = ${globex.id}`;
  return rows.map((row) => row.title);
};

test('this connection sees the rows of both tenants', async () => {
  expect(await client`select 1 from posts`).toHaveLength(2);
});

describe('without row security the handle still keeps to its tenant', () => {
  test('select', async () => {
    expect(await tx.select({ title: posts.title }).from(posts)).toEqual([{ title: 'acme' }]);
  });
  test('select with a hand-written or', async () => {
    const rows = await tx.select().from(posts).where(sql`false or true`);
    expect(rows.map((row) => row.tenantId)).toEqual([acme.id]);
  });
  test("select by another tenant's key", async () => {
    const rows = await tx.select().from(authors).where(eq(authors.id, globex.authorId));
    expect(rows).toEqual([]);
  });
  test('join, in the joined table too', async () => {
    const rows = await tx
      .select({ title: posts.title, tag: tags.name })
      .from(posts)
      .leftJoin(tags, sql`true`);
    expect(rows).toEqual([{ title: 'acme', tag: 'acme' }]);
  });
  test('subquery', async () => {
    const theirs = tx
      .select({ id: authors.id })
      .from(authors)
      .where(eq(authors.id, globex.authorId));
    expect(await tx.select().from(posts).where(inArray(posts.authorId, theirs))).toEqual([]);
  });
  test('update', async () => {
    const changed = await tx
      .update(posts)
      .set({ title: 'changed' })
      .where(sql`true or true`)
      .returning({ tenantId: posts.tenantId });
    expect(changed).toEqual([{ tenantId: acme.id }]);
    expect(await titles()).toEqual(['globex']);
  });
  test('insert', async () => {
    const [row] = await tx.insert(tags).values({ slug: 'new', name: 'new' }).returning();
    expect(row?.tenantId).toBe(acme.id);
  });
  test('upsert: the same slug of another tenant is no conflict', async () => {
    const [row] = await tx
      .insert(tags)
      .values({ slug: 'news', name: 'x' })
      .onConflictDoUpdate({
        target: [tags.tenantId, tags.slug],
        targetWhere: isNull(tags.deletedAt),
        set: { name: 'again' },
      })
      .returning();
    expect(row).toMatchObject({ tenantId: acme.id, name: 'again' });
    const [other] = await client`select name from tags where tenant_id = ${globex.id}`;
    expect(other?.name).toBe('globex');
  });
  test('delete', async () => {
    const gone = await tx.delete(posts).returning({ tenantId: posts.tenantId });
    expect(gone).toEqual([{ tenantId: acme.id }]);
    expect(await titles()).toEqual(['globex']);
  });
});
