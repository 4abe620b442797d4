import { eq } from 'drizzle-orm';
import type { Sql } from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../testing/database';
import { type MadeTenant, makeTenant } from '../testing/make-tenant';
import { startTcpProxy } from '../testing/tcp-proxy';
import { type AppClient, createAppClient } from './client';
import { openOwnerClient } from './owner-client';
import { tags } from './schema/tenant';
import { withTenant } from './with-tenant';

let database: TestDatabase;
let owner: Sql;
let tenants: MadeTenant[];
beforeAll(async () => {
  database = await testDatabase();
  owner = openOwnerClient(database.ownerUrl);
  tenants = [await makeTenant(owner, 'acme'), await makeTenant(owner, 'globex')];
  for (const { id, slug } of tenants) {
    await owner`
      insert into tags (tenant_id, slug, name)
      select ${id}, 'tag-' || n, ${slug} from generate_series(1, 5) n`;
  }
});
afterAll(async () => {
  await owner.end();
  await database.drop();
});

/** One scope of several queries, some at once, some failing: what a request does. */
async function visit(client: AppClient, turn: number): Promise<string | null> {
  const tenant = tenants[turn % 2] as MadeTenant;
  const write = turn % 5 === 0;
  const options = { client, write };
  try {
    return await withTenant(
      tenant.id,
      async (tx) => {
        const all = tx.select().from(tags);
        const one = tx.select().from(tags).where(eq(tags.slug, 'tag-3'));
        const rows = (await Promise.all([all, one])).flat();
        if (write) {
          const values = { updatedAt: new Date() };
          const changed = await tx.update(tags).set(values).returning({ name: tags.name });
          if (changed.some(({ name }) => name !== tenant.slug)) return 'wrong row changed';
        }
        if (turn % 7 === 0) throw new Error('undo');
        if (rows.length !== 6) return `${rows.length} rows`;
        return rows.every((row) => row.tenantId === tenant.id) ? null : 'wrong row';
      },
      options,
    );
  } catch (error) {
    return (error as Error).message === 'undo' ? null : String(error);
  }
}

describe.each([
  { max: 2, prepare: true },
  { max: 2, prepare: false },
  { max: 10, prepare: true },
  { max: 10, prepare: false },
])('400 interleaved scopes over two tenants, $max connections, prepare $prepare', (options) => {
  test('give no wrong row', async () => {
    // What is tried is whose rows come, not how soon.
    const patient = { ...options, patienceMilliseconds: 60_000 };
    const client = createAppClient(database.appUrl, patient);
    const faults = await Promise.all(Array.from({ length: 400 }, (_, turn) => visit(client, turn)));
    expect(faults.filter((fault) => fault !== null)).toEqual([]);
    const [row] = await owner`
      select count(*)::int as n from pg_stat_activity
      where datname = ${database.name} and application_name = 'tenantry'`;
    expect(row?.n).toBeLessThanOrEqual(options.max);
    await client.end();
  });
});

test('a reading scope waits for one round trip, where the usual way waits for four', async () => {
  const proxy = await startTcpProxy(database.appUrl);
  const client = createAppClient(proxy.url, { max: 1 });
  const tenantId = tenants[0]?.id as string;
  const read = () => withTenant(tenantId, (tx) => tx.select().from(tags), { client });
  const write = () =>
    withTenant(tenantId, (tx) => tx.update(tags).set({ name: 'acme' }), { client, write: true });
  const naive = () =>
    client.query((sql) =>
      (async () => {
        await sql`begin`;
        await sql`select set_config('app.tenant_id', ${tenantId}, true)`;
        await sql`select * from tags`;
        await sql`commit`;
      })(),
    );
  const flightsOf = async (work: () => Promise<unknown>) => {
    for (let warm = 0; warm < 3; warm += 1) await work();
    await new Promise((resolve) => setTimeout(resolve, 50));
    const before = proxy.flights();
    await work();
    return proxy.flights() - before;
  };
  expect(await flightsOf(read)).toBe(1);
  expect(await flightsOf(write)).toBe(2);
  expect(await flightsOf(naive)).toBe(4);
  await client.end();
  await proxy.close();
});
