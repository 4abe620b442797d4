import type postgres from 'postgres';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { type AppClient, createAppClient } from '../db/client';
import { openOwnerClient } from '../db/owner-client';
import { openOwnerDb } from '../db/owner-db';
import { log } from '../log';
import { type TestDatabase, testDatabase } from '../testing/database';
import { makeTenant } from '../testing/make-tenant';
import { sealAllAudit, sealAudit } from './seal-audit';
import { verifyAudit } from './verify-audit';

let database: TestDatabase;
let owner: postgres.Sql;
let db: ReturnType<typeof openOwnerDb>;
let client: AppClient;
beforeAll(async () => {
  database = await testDatabase();
  owner = openOwnerClient(database.ownerUrl);
  db = openOwnerDb(database.ownerUrl);
  client = createAppClient(database.appUrl, { max: 4 });
});
afterAll(async () => {
  await Promise.all([owner.end(), db.end(), client.end()]);
  await database.drop();
});
afterEach(async () => {
  vi.restoreAllMocks();
  await sealAllAudit(client);
});

let made = 0;
/** Tenants in the order of their ids, which is the order they are sealed in. */
const newTenants = async (count: number) => {
  const ids: string[] = [];
  for (let n = 0; n < count; n += 1) {
    made += 1;
    ids.push((await makeTenant(owner, `tenant-${made}`)).id);
  }
  return ids.sort();
};
const record = async (tenantId: string | null) => {
  const [row] = await owner`
    insert into platform.events (tenant_id, type) values (${tenantId}, 'post.updated') returning id`;
  return row?.id as string;
};
const rowsOf = async (tenantId: string | null) => {
  const [row] = await owner`
    select count(*)::int as n from platform.audit_log where tenant_id is not distinct from ${tenantId}`;
  return row?.n as number;
};
const faults = () => owner`
  select tenant_id, attempts, reason from platform.seal_faults`;
const isDue = () => owner`update platform.seal_faults set retry_at = now() - interval '1 s'`;

/** Puts a row where the tenant's next event belongs, as somebody with the owner's rights can. */
const breakChain = async (tenantId: string | null) => {
  const event = await record(tenantId);
  await owner`
    insert into platform.audit_log (id, tenant_id, seq, created_at, type, payload, previous_hash, hash)
    values (${event}, ${tenantId}, 1, now(), 'x', '{}', '', 'x')`;
  return event;
};
const mendChain = (event: string) =>
  owner.begin(async (sql) => {
    await sql`set local tenantry.audit_purge = 'on'`;
    await sql`delete from platform.audit_log where id = ${event}`;
  });

describe('a log that cannot be sealed', () => {
  test('keeps no other waiting, is told of, and catches up once it is mended', async () => {
    const [first, broken, last] = (await newTenants(3)) as [string, string, string];
    const error = vi.spyOn(log, 'error').mockReturnValue(undefined);
    const event = await breakChain(broken);
    for (const id of [first, broken, last, null]) await record(id);
    await sealAllAudit(client);
    expect(await Promise.all([first, last, null].map(rowsOf))).toEqual([1, 1, 1]);
    expect(await faults()).toMatchObject([
      { tenant_id: broken, attempts: 1, reason: expect.stringContaining('audit_log_pkey') },
    ]);
    expect(error).toHaveBeenCalledOnce();
    expect(error.mock.calls[0]?.[0]).toMatchObject({
      event: 'audit.seal_failed',
      tenant: broken,
      attempts: 1,
    });
    await mendChain(event);
    await isDue();
    await sealAllAudit(client);
    expect(await verifyAudit(db, broken)).toMatchObject({ rows: 2, fault: null });
    expect(await faults()).toEqual([]);
  });

  test('is left alone until its time has come', async () => {
    const [broken = ''] = await newTenants(1);
    vi.spyOn(log, 'error').mockReturnValue(undefined);
    const event = await breakChain(broken);
    const attempts = async () => {
      await sealAllAudit(client);
      return (await faults())[0]?.attempts;
    };
    expect(await attempts()).toBe(1);
    await owner`update platform.seal_faults set retry_at = now() + interval '1 hour'`;
    expect(await attempts()).toBe(1);
    await isDue();
    expect(await attempts()).toBe(2);
    await mendChain(event);
    await isDue();
  });

  test('is tried again later each time, after an hour at most', async () => {
    const waits = await owner.begin(async (sql) => {
      const seconds: number[] = [];
      for (let attempt = 1; attempt <= 12; attempt += 1) {
        await sql`select platform.note_seal_fault(null, 'x')`;
        const [row] = await sql`
          select extract(epoch from retry_at - now()::timestamp (3) with time zone)::int as wait
          from platform.seal_faults`;
        seconds.push(row?.wait);
      }
      await sql`delete from platform.seal_faults`;
      return seconds;
    });
    expect(waits).toEqual([5, 10, 20, 40, 80, 160, 320, 640, 1280, 2560, 3600, 3600]);
  });

  test('can be read all the same, and reading it once it is mended seals it at once', async () => {
    const [broken = ''] = await newTenants(1);
    const error = vi.spyOn(log, 'error').mockReturnValue(undefined);
    const event = await breakChain(broken);
    await sealAllAudit(client);
    expect(await sealAudit(broken, client)).toBe(false);
    expect(error.mock.lastCall?.[0]).toMatchObject({ tenant: broken });
    expect((await faults())[0]?.attempts).toBe(1);
    await mendChain(event);
    expect(await sealAudit(broken, client)).toBe(true);
    expect([await rowsOf(broken), await faults()]).toEqual([1, []]);
  });

  test('may be the platform’s own', async () => {
    const [tenant = ''] = await newTenants(1);
    vi.spyOn(log, 'error').mockReturnValue(undefined);
    const before = await rowsOf(null);
    const event = await record(null);
    await owner`
      insert into platform.audit_log (id, tenant_id, seq, created_at, type, payload, previous_hash, hash)
      values (${event}, ${tenant}, 1, now(), 'x', '{}', '', 'x')`;
    await sealAllAudit(client);
    expect(await faults()).toMatchObject([{ tenant_id: null }]);
    await mendChain(event);
    await isDue();
    await sealAllAudit(client);
    expect([await rowsOf(null), await faults()]).toEqual([before + 1, []]);
  });
});

test('more logs than are listed at once are all sealed', async () => {
  const ids = await newTenants(60);
  for (const id of ids) await record(id);
  await sealAllAudit(client);
  expect(new Set(await Promise.all(ids.map(rowsOf)))).toEqual(new Set([1]));
});

test('with the database away it fails, and nobody is to blame', async () => {
  const away = createAppClient(database.appUrl.replace(/:\d+\//, ':1/'), { max: 1 });
  await expect(sealAllAudit(away)).rejects.toThrow();
  await expect(sealAudit(null, away)).rejects.toThrow();
  expect(await faults()).toEqual([]);
  await away.end();
});

test('a long queue of one tenant is not read through to find the others', async () => {
  const [long = '', other = ''] = await newTenants(2);
  await owner`
    insert into platform.events (tenant_id, type) select ${long}, 'x' from generate_series(1, 20000)`;
  await record(other);
  await owner`vacuum analyze platform.events`;
  const [body] = await owner`select prosrc from pg_proc where proname = 'list_unsealed'`;
  const statement = body?.prosrc.replace('p_limit', '50');
  const rows = await owner.unsafe(`explain (analyze, buffers, costs off) ${statement}`);
  const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
  expect(plan).toContain('events_unsealed_idx');
  expect(Number(/shared hit=(\d+)/.exec(plan)?.[1])).toBeLessThan(40);
  await owner`delete from platform.events`;
});
