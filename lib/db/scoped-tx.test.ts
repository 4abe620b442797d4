import { and, eq, exists, inArray, or, sql } from 'drizzle-orm';
import { alias, type PgTable } from 'drizzle-orm/pg-core';
import { drizzle } from 'drizzle-orm/postgres-js';
import { describe, expect, test } from 'vitest';
import { WrongTenant } from '../errors';
import { domains, tenants, users } from './schema/platform';
import { authors, posts, tags } from './schema/tenant';
import { createScopedTx, type FilterFor, type ScopedTx } from './scoped-tx';
import { tenantFilter } from './tenant-column';

const mine = '11111111-1111-4111-8111-111111111111';
const theirs = '22222222-2222-4222-8222-222222222222';
const db = drizzle.mock({ casing: 'snake_case' });
const tx = createScopedTx(db as never, mine);
const textOf = (query: { toSQL(): { sql: string; params: unknown[] } }) => query.toSQL();
/** The handle as careless JavaScript would use it, with the types out of the way. */
// biome-ignore lint/suspicious/noExplicitAny: what is refused at run time does not type-check
const loose = tx as any;

const own = '"posts"."tenant_id" = $1';

describe('the filter is in every query', () => {
  const slug = eq(posts.slug, 'a');
  const cases: [string, { toSQL(): { sql: string; params: unknown[] } }, string[]][] = [
    ['select', tx.select().from(posts), [`where ${own}`]],
    ['select where', tx.select().from(posts).where(slug), [`(${own} and ("posts"."slug" = $2))`]],
    ['select distinct', tx.selectDistinct({ slug: posts.slug }).from(posts), [`where ${own}`]],
    [
      'dynamic where, the last one counting',
      tx.select().from(posts).$dynamic().where(slug).where(undefined),
      [`where ${own}`],
    ],
    [
      'where as a function of the fields',
      loose
        .select({ id: posts.id, slug: posts.slug })
        .from(posts)
        .where((fields: { slug: typeof posts.slug }) => eq(fields.slug, 'a')),
      [`(${own} and ("posts"."slug" = $2))`],
    ],
    [
      'or',
      tx
        .select()
        .from(posts)
        .where(or(slug, eq(posts.id, mine))),
      [`(${own} and (("posts"."slug" = $2 or "posts"."id" = $3)))`],
    ],
    [
      'hand-written or',
      tx.select().from(posts).where(sql`slug = 'a' or true`),
      [`(${own} and (slug = 'a' or true))`],
    ],
    [
      'inner join',
      tx.select().from(posts).innerJoin(authors, eq(authors.id, posts.authorId)),
      ['inner join "authors" on ("authors"."tenant_id" = $1 and (', '"posts"."tenant_id" = $2'],
    ],
    [
      'left join with a hand-written or',
      tx.select().from(posts).leftJoin(tags, sql`true or true`),
      ['on ("tags"."tenant_id" = $1 and (true or true))'],
    ],
    [
      'an alias',
      tx.select().from(alias(posts, 'other')),
      ['from "posts" "other" where "other"."tenant_id" = $1'],
    ],
    [
      'a subquery in where',
      tx
        .select()
        .from(posts)
        .where(inArray(posts.authorId, tx.select({ id: authors.id }).from(authors))),
      ['from "authors" where "authors"."tenant_id" = $2'],
    ],
    [
      'a subquery in exists',
      tx
        .select()
        .from(posts)
        .where(exists(tx.select().from(authors))),
      ['from "authors" where "authors"."tenant_id" = $2'],
    ],
    [
      'a subquery as the source',
      tx.select().from(tx.select().from(posts).as('p')),
      [`from "posts" where ${own}) "p"`],
    ],
    [
      'a union',
      tx
        .select({ id: posts.id })
        .from(posts)
        .union(tx.select({ id: tags.id }).from(tags)),
      [`where ${own}`, 'where "tags"."tenant_id" = $2'],
    ],
    ['update', tx.update(posts).set({ title: 'b' }), ['where "posts"."tenant_id" = $2']],
    [
      'update where',
      tx.update(posts).set({ title: 'b' }).where(sql`true or true`),
      ['where ("posts"."tenant_id" = $2 and (true or true))'],
    ],
    ['delete', tx.delete(posts), [`delete from "posts" where ${own}`]],
    [
      'delete where',
      tx.delete(posts).where(and(slug)),
      [`where (${own} and ("posts"."slug" = $2))`],
    ],
    [
      'the tenant itself',
      tx.select().from(tenants).leftJoin(domains, eq(domains.isPrimary, true)),
      ['"tenants"."id" = $3', '"domains"."tenant_id" = $1'],
    ],
    [
      'an upsert',
      tx
        .insert(tags)
        .values({ slug: 'a', name: 'a' })
        .onConflictDoUpdate({ target: [tags.tenantId, tags.slug], set: { name: 'b' } }),
      ['do update set "name" = $4 where "tags"."tenant_id" = $5'],
    ],
  ];
  test.each(cases)('%s', (_name, query, fragments) => {
    const { sql: text, params } = textOf(query);
    for (const fragment of fragments) expect(text).toContain(fragment);
    expect(params).toContain(mine);
  });

  test('inserted rows get the tenant, one or many', () => {
    const query = tx.insert(tags).values([
      { slug: 'a', name: 'a' },
      { slug: 'b', name: 'b', tenantId: mine },
    ]);
    expect(textOf(query).params.filter((value) => value === mine)).toHaveLength(2);
  });
});

describe('refused', () => {
  const cases: [string, () => unknown][] = [
    ['a hand-written source', () => loose.select().from(sql`posts`)],
    [
      'a hand-written joined source',
      () => loose.select().from(posts).leftJoin(sql`tags`, sql`true`),
    ],
    ['a right join', () => loose.select().from(posts).rightJoin(tags, sql`true`)],
    ['a full join', () => loose.select().from(posts).fullJoin(tags, sql`true`)],
    ['a cross join', () => loose.select().from(posts).crossJoin(tags)],
    ['a lateral cross join', () => loose.select().from(posts).crossJoinLateral(tags)],
    ['update from', () => loose.update(posts).set({ title: 'a' }).from(authors)],
    ['insert from a select', () => loose.insert(tags).select(tx.select().from(tags))],
    ['an upsert with the old where', () => upsert({ set: { name: 'a' }, where: sql`true` })],
    ['a table of no tenant: select', () => loose.select().from(users)],
    ['a table of no tenant: join', () => loose.select().from(posts).innerJoin(users, sql`true`)],
    ['a table of no tenant: insert', () => loose.insert(users).values({ email: 'a', name: 'a' })],
    ['a table of no tenant: update', () => loose.update(users).set({ name: 'a' })],
    ['a table of no tenant: delete', () => loose.delete(users)],
  ];
  test.each(cases)('%s', (_name, attempt) => {
    expect(attempt).toThrow(/cannot be scoped|belongs to no tenant/);
  });

  test("another tenant's id in a row", () => {
    const attempt = () => tx.insert(tags).values({ slug: 'a', name: 'a', tenantId: theirs });
    expect(attempt).toThrow(WrongTenant);
  });
  test('moving a row to another tenant', () => {
    expect(() => tx.update(tags).set({ tenantId: theirs })).toThrow('cannot be moved');
    expect(() => loose.update(tenants).set({ id: theirs })).toThrow('cannot be moved');
    expect(() => upsert({ set: { tenantId: theirs } })).toThrow('cannot be moved');
  });
  test('raw SQL, relational queries, transactions: they are not there', () => {
    const offered: (keyof ScopedTx)[] = ['select', 'selectDistinct', 'insert', 'update', 'delete'];
    expect(Object.keys(tx).sort()).toEqual([...offered].sort());
  });

  function upsert(config: Record<string, unknown>) {
    const values = loose.insert(tags).values({ slug: 'a', name: 'a' });
    return values.onConflictDoUpdate({ target: [tags.tenantId, tags.slug], ...config });
  }
});

test('a saboteur can take the filter out, and nothing else changes', () => {
  const none: FilterFor = (table: PgTable, id: string) => {
    tenantFilter(table, id);
    return undefined;
  };
  const open = createScopedTx(db as never, mine, none);
  expect(textOf(open.select().from(posts)).sql).not.toContain('where');
  expect(textOf(open.select().from(posts).where(eq(posts.slug, 'a'))).sql).toContain(
    'where ("posts"."slug" = $1)',
  );
});
