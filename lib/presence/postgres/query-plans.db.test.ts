import type { Sql } from 'postgres';
import { beforeAll, expect, test } from 'vitest';
import type { AppClient } from '../../db/client';
import { prepareTenants } from '../../testing/prepare-tenants';
import type { PresenceStore, Seat } from '../presence-store';
import { postgresPresence } from './postgres-store';

// 40,000 entries of 100 rooms at each of two tenants: enough for the planner to prefer a wrong way
// where there is one (C12).
const prepared = prepareTenants(['acme', 'globex']);
beforeAll(async () => {
  const { owner } = prepared;
  for (const { id } of prepared.tenants) {
    await owner`
      insert into platform.presence_entries
      select ${id}, 'document.' || r, null, 'user-' || u, 'tab-' || c, '{}', now(), now(),
        now() + case when u % 50 = 0 then interval '-1 minute' else interval '1 hour' end
      from generate_series(1, 100) r, generate_series(1, 200) u, generate_series(1, 2) c`;
  }
  await owner`analyze platform.presence_entries`;
});

interface Statement {
  sql: string;
  params: unknown[];
}

/** What a store sends about presence while it works, explained and undone. */
async function plansOf(work: (store: PresenceStore, seat: Seat) => Promise<unknown>) {
  const { client, tenants } = prepared;
  const tenantId = tenants[0]?.id ?? '';
  const seen: Statement[] = [];
  const spying: AppClient = {
    ...client,
    take: async () => {
      const connection = await client.take();
      const unsafe = (query: string, params?: never[], options?: object) => {
        if (params && query.includes('"presence_entries"')) seen.push({ sql: query, params });
        return connection.sql.unsafe(query, params, options);
      };
      return { ...connection, sql: Object.assign(() => {}, { unsafe }) as unknown as Sql };
    },
  };
  const seat = { tenantId, key: 'document.7', name: null, userId: 'user-7' };
  await work(postgresPresence(spying), seat);
  expect(seen.length).toBeGreaterThan(0);
  return Promise.all(seen.map((statement) => planOf(tenantId, statement)));
}

/** The plan for the application role with the tenant bound, as one text. */
async function planOf(tenantId: string, { sql: query, params }: Statement): Promise<string> {
  const connection = await prepared.client.take();
  const { sql } = connection;
  await sql.unsafe(`begin; select set_config('app.tenant_id', '${tenantId}', true)`);
  const rows = await sql.unsafe(`explain (costs off) ${query}`, params as never[]);
  await sql.unsafe('rollback');
  connection.release();
  return rows.map((row) => row['QUERY PLAN']).join('\n');
}

const works: [string, (store: PresenceStore, seat: Seat) => Promise<unknown>][] = [
  ['joining', (store, seat) => store.join(seat, { connection: 'new', meta: '{}', seconds: 75 })],
  ['a heartbeat', (store, seat) => store.heartbeat(seat, 'tab-1', 75)],
  ['leaving', (store, seat) => store.leave(seat, 'new')],
  ['a list', (store, seat) => store.list(seat, 1000)],
  ['a count', (store, seat) => store.count(seat)],
  ['the name of a room', (store, { tenantId, key }) => store.findName(tenantId, key)],
];

test.each(works)('%s finds its rows by the key', async (_, work) => {
  for (const plan of await plansOf(work)) {
    expect(plan).not.toMatch(/Seq Scan on presence_entries/);
    if (!plan.startsWith('Insert')) expect(plan).toContain('presence_entries_pkey');
  }
});

test('a cleanup reads what has ended and nothing else', async () => {
  const plans = await plansOf((store, { tenantId }) => store.cleanup(tenantId, 50));
  expect(plans[0]).toContain('presence_entries_expires_idx');
  expect(plans[0]).not.toContain('Sort');
  expect(plans.join('\n')).not.toContain('Seq Scan on presence_entries');
});
