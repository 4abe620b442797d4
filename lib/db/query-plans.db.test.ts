import { and, desc, eq, isNull } from 'drizzle-orm';
import type { Sql } from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findPublishedPost } from '../blog/find-published-post';
import { listPosts } from '../blog/list-posts';
import { seedTenants } from '../demo/seed-tenants';
import type { TenantContext } from '../tenancy/tenant';
import { type TestDatabase, testDatabase } from '../testing/database';
import { type AppClient, createAppClient } from './client';
import { openOwnerClient } from './owner-client';
import { posts } from './schema/tenant';
import { scopedDb } from './scoped-db';
import { withTenant } from './with-tenant';

// 20,000 posts of 50 tenants: enough for the planner to prefer a wrong way where there is one (C12).
let database: TestDatabase;
let owner: Sql;
let client: AppClient;
let tenantId: string;
beforeAll(async () => {
  database = await testDatabase();
  owner = openOwnerClient(database.ownerUrl);
  await seedTenants(owner, 50, 400);
  await owner`analyze`;
  const [tenant] = await owner`select id from platform.tenants where slug = 't00025'`;
  tenantId = tenant?.id;
  client = createAppClient(database.appUrl, { max: 1 });
});
afterAll(async () => {
  await Promise.all([owner.end(), client.end()]);
  await database.drop();
});

interface Statement {
  sql: string;
  params: unknown[];
}

/** The plan for the application role with the tenant bound, as one text. */
async function planOf(query: Statement): Promise<string> {
  const connection = await client.take();
  const { sql } = connection;
  await sql.unsafe(`begin read only; select set_config('app.tenant_id', '${tenantId}', true)`);
  const rows = await sql.unsafe(
    `explain (analyze, costs off) ${query.sql}`,
    query.params as never[],
  );
  await sql.unsafe('rollback');
  connection.release();
  return rows.map((row) => row['QUERY PLAN']).join('\n');
}

/** Runs work in a scope and gives the statements it sends on its connection. */
async function statementsOf(work: (ctx: TenantContext) => Promise<unknown>) {
  const seen: Statement[] = [];
  const spying: AppClient = {
    ...client,
    take: async () => {
      const connection = await client.take();
      const unsafe = (query: string, params?: never[], options?: object) => {
        if (params) seen.push({ sql: query, params });
        return connection.sql.unsafe(query, params, options);
      };
      return { ...connection, sql: Object.assign(() => {}, { unsafe }) as unknown as Sql };
    },
  };
  await work({ db: scopedDb(tenantId, undefined, spying) } as TenantContext);
  return seen.filter(({ sql }) => sql.startsWith('select "'));
}

test('there are 20,000 posts, and the tenant sees its own 400', async () => {
  const [all] = await owner`select count(*)::int as n from posts`;
  expect(all?.n).toBe(20_000);
  const own = await withTenant(tenantId, (tx) => tx.select({ id: posts.id }).from(posts), {
    client,
  });
  expect(own).toHaveLength(400);
});

describe('under row security', () => {
  const slug = and(eq(posts.slug, 'post-7'), isNull(posts.deletedAt));
  const queryOf = async (build: Parameters<typeof withTenant<Statement>>[1]) =>
    planOf(await withTenant(tenantId, build, { client }));

  test('a post is found by its slug through the key', async () => {
    const plan = await queryOf(async (tx) => tx.select().from(posts).where(slug).toSQL());
    expect(plan).toContain('posts_slug_key');
    expect(plan).not.toMatch(/Seq Scan|Rows Removed/);
  });

  test('a post is found by its id through the primary key', async () => {
    const [row] = await owner`select id from posts where tenant_id = ${tenantId} limit 1`;
    const plan = await queryOf(async (tx) =>
      tx.select().from(posts).where(eq(posts.id, row?.id)).toSQL(),
    );
    expect(plan).toContain('posts_pkey');
    expect(plan).not.toContain('Seq Scan');
  });

  test('the newest posts are read in order, without a sort', async () => {
    const plan = await queryOf(async (tx) =>
      tx
        .select()
        .from(posts)
        .where(eq(posts.status, 'published'))
        .orderBy(desc(posts.publishedAt), desc(posts.id))
        .limit(20)
        .toSQL(),
    );
    expect(plan).toContain('posts_published_idx');
    expect(plan).not.toMatch(/Seq Scan|Sort|Rows Removed/);
  });

  test('a blog page of a tenant reads no post of another, whatever plan is chosen', async () => {
    const [query] = await statementsOf((ctx) => listPosts(ctx, { limit: 12 }));
    expect(await planOf(query as Statement)).not.toMatch(/Seq Scan on posts/);
  });

  test('a post page reads the post and its neighbours through indexes', async () => {
    const queries = await statementsOf((ctx) => findPublishedPost(ctx, 'post-7'));
    expect(queries.length).toBeGreaterThanOrEqual(4);
    for (const query of queries) {
      expect(await planOf(query)).not.toMatch(/Seq Scan on posts/);
    }
  });

  test('the pages of a large blog are read in order, with their authors', async () => {
    await owner`
      insert into posts (tenant_id, slug, title, status, published_at, author_id)
      select tenant_id, 'more-' || n, 'More', 'published', now() - n * interval '1 minute', id
      from authors, generate_series(1, 10000) n where tenant_id = ${tenantId}`;
    await owner`analyze`;
    for (const offset of [0, 240]) {
      const [query] = await statementsOf((ctx) => listPosts(ctx, { limit: 12, offset }));
      const plan = await planOf(query as Statement);
      expect(plan).toContain('posts_published_idx');
      expect(plan).not.toMatch(/Seq Scan on posts|Sort/);
    }
  });
});
