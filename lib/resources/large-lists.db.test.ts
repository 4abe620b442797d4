import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { postsResource } from '../admin/resources/posts';
import type { AppClient } from '../db/client';
import { openTwoTenants, type TwoTenants } from '../testing/two-tenants';
import { type Cursor, writeCursor } from './cursor';
import { type ListPage, listRecords } from './list-records';
import { searchDepth } from './search-rows';
import { listQuery, suiteContext } from './testing/suite-world';

const many = 24_000;

// Enough for the planner to prefer a wrong way where there is one (C12).
let tenants: TwoTenants;
beforeAll(async () => {
  tenants = await openTwoTenants();
  const { owner, acme, globex } = tenants;
  for (const { id, authorId } of [acme, globex]) {
    await owner`
      insert into posts (tenant_id, slug, title, body, status, published_at, author_id, updated_at)
      select ${id}, 'post-' || n, 'Post ' || n, repeat('text ', 100), 'published', now(),
        ${authorId}, '2026-01-01'::timestamptz + (n / 7) * interval '1 minute'
      from generate_series(1, ${many}) n`;
  }
  await owner`analyze`;
});
afterAll(() => tenants.close());

interface Statement {
  sql: string;
  params: unknown[];
}

/** A client that notes what it sends. */
function spying(client: AppClient, seen: Statement[]): AppClient {
  return {
    ...client,
    take: async () => {
      const connection = await client.take();
      const unsafe = (query: string, params?: never[], options?: object) => {
        if (params) seen.push({ sql: query, params });
        return connection.sql.unsafe(query, params, options);
      };
      return { ...connection, sql: Object.assign(() => {}, { unsafe }) as never };
    },
  };
}

/** The plan of the query that reads a page, for the application role with the tenant bound. */
async function planOfPage(changed: Parameters<typeof listQuery>[1]): Promise<string> {
  const { client, acme } = tenants;
  const seen: Statement[] = [];
  const ctx = suiteContext(spying(client, seen), acme.id);
  await listRecords(ctx, postsResource, listQuery(postsResource, changed));
  const page = seen.find(({ sql }) => sql.includes('"title"') && sql.includes('order by'));
  const { sql, release } = await client.take();
  await sql.unsafe(`begin read only; select set_config('app.tenant_id', '${acme.id}', true)`);
  const rows = await sql.unsafe(
    `explain (analyze, costs off) ${page?.sql}`,
    page?.params as never[],
  );
  await sql.unsafe('rollback');
  release();
  return rows.map((row) => row['QUERY PLAN']).join('\n');
}

/** The place in front of a page, as if all pages before it had been read. */
async function placeBefore(page: number): Promise<string> {
  const [row] = await tenants.owner`
    select id, updated_at from posts where tenant_id = ${tenants.acme.id}
    order by updated_at desc, id desc offset ${(page - 1) * 25 - 1} limit 1`;
  return writeCursor('-updatedAt', { id: row?.id, value: row?.updated_at as Cursor['value'] });
}

describe('a list of 24,000', () => {
  test.each([1, 900])('reads page %i through the index, and no row too many', async (page) => {
    const after = page > 1 ? await placeBefore(page) : null;
    const plan = await planOfPage({ after });
    expect(plan).toContain('posts_updated_idx');
    expect(plan).not.toMatch(/Seq Scan|Sort|Rows Removed/);
    expect(plan).toMatch(/Index Scan using posts_updated_idx.*rows=26/);
  });

  test('goes back from a deep page through the index too', async () => {
    const plan = await planOfPage({ before: await placeBefore(900) });
    expect(plan).toMatch(/Index Scan Backward using posts_updated_idx.*rows=26/);
  });

  test('has an estimated total, near the truth, and never a count of all', async () => {
    const { acme } = tenants;
    const { total } = await listRecords(acme.ctx, postsResource, listQuery(postsResource));
    expect(total.kind).toBe('estimate');
    expect(total.count).toBeGreaterThan(many * 0.8);
    expect(total.count).toBeLessThan(many * 1.2);
  });

  test('that is narrowed says how many there are at least', async () => {
    const { acme } = tenants;
    const filters = { status: { kind: 'oneOf' as const, values: ['published'] } };
    const { total } = await listRecords(
      acme.ctx,
      postsResource,
      listQuery(postsResource, { filters }),
    );
    expect(total).toEqual({ count: 1000, kind: 'atLeast' });
    const drafts = { status: { kind: 'oneOf' as const, values: ['draft'] } };
    const none = await listRecords(
      acme.ctx,
      postsResource,
      listQuery(postsResource, { filters: drafts }),
    );
    expect(none.total).toEqual({ count: 0, kind: 'exact' });
  });

  test('is searched as far as is cheap, and says so', async () => {
    const { acme } = tenants;
    const find = (q: string, more: object = {}) =>
      listRecords(acme.ctx, postsResource, listQuery(postsResource, { q, ...more }));
    const recent = await find(`post ${many}`);
    expect(recent.records.map(({ label }) => label)).toEqual([`Post ${many}`]);
    expect(recent.notices).toEqual([
      `Words were looked for in all of them, parts of words in the first ${searchDepth.toLocaleString('en')} only. Narrow the list with filters to search further.`,
    ]);
    expect((await find('post 17')).records.every(({ label }) => label !== 'Post 17')).toBe(true);
    const early = { updatedAt: { kind: 'range', from: null, to: '2026-01-01' } };
    const narrowed = await find('post 17', { filters: early, sort: 'updatedAt' });
    expect(narrowed.records.map(({ label }) => label)).toContain('Post 17');
    expect(narrowed.notices).toEqual([]);
  });

  test('is walked whole without a row lost or seen twice', async () => {
    const { acme } = tenants;
    const seen = new Set<string>();
    let after: string | null = await placeBefore(941);
    while (after) {
      const query = listQuery(postsResource, { after });
      const page: ListPage = await listRecords(acme.ctx, postsResource, query);
      for (const { id } of page.records) seen.add(id);
      after = page.next;
    }
    expect(seen.size).toBe(many - 940 * 25);
  });
});
