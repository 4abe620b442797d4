import { type ChildProcess, spawn } from 'node:child_process';
import type { Sql } from 'postgres';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { openOwnerClient } from '../db/owner-client';
import { type TestDatabase, testDatabase } from '../testing/database';
import { makeTenant } from '../testing/make-tenant';
import { projectRoot } from '../testing/project-root';
import { until } from '../testing/worker-trial';

let database: TestDatabase;
let owner: Sql;
beforeAll(async () => {
  database = await testDatabase();
  owner = openOwnerClient(database.ownerUrl);
  await owner`create table platform.heard (id bigint generated always as identity, what text, event bigint)`;
  await owner`grant insert on platform.heard to tenantry_app`;
});
afterAll(async () => {
  await owner.end();
  await database.drop();
});

const children = new Set<ChildProcess>();
afterEach(() => {
  for (const child of children) child.kill('SIGKILL');
});

/** Starts a worker that dies as its nth event begins. */
function startProcess(dieAt = 0): ChildProcess {
  const file = 'lib/jobs/stand-ins/ordered-worker.ts';
  const node = ['--conditions=react-server', '--import', 'tsx', file, String(dieAt)];
  const { DATA_DIR: _, ...env } = process.env;
  const child = spawn(process.execPath, node, {
    cwd: projectRoot,
    stdio: 'ignore',
    env: { ...env, DATABASE_URL: database.appUrl, LOG_FILE: 'off', LOG_LEVEL: 'silent' },
  });
  children.add(child);
  return child;
}

const dead = (child: ChildProcess) => child.exitCode !== null || child.signalCode !== null;

/** Events of one tenant: some fail first, one always, and the tenant may be suspended meanwhile. */
async function record(tenantId: string): Promise<number[]> {
  const ids: number[] = [];
  for (let n = 0; n < 12; n += 1) {
    const status = n % 2 ? ['suspended', 'active'] : ['active', 'suspended'];
    const payload = { label: 'x', changes: { status }, fails: n % 4 === 1 ? 2 : 0, never: n === 6 };
    const [row] = await owner`
      insert into platform.events (tenant_id, type, payload)
      values (${tenantId}, ${n % 2 ? 'tenant.activated' : 'tenant.deactivated'}, ${owner.json(payload)})
      returning id::int`;
    ids.push(row?.id);
  }
  return ids;
}

test('several workers, failures and kills: each tenant’s events are heard strictly in order', async () => {
  const acme = await makeTenant(owner, 'acme');
  const globex = await makeTenant(owner, 'globex');
  await owner`update platform.tenants set status = 'suspended' where id = ${globex.id}`;
  const expected = [await record(acme.id), await record(globex.id)];
  const dying = [startProcess(2), startProcess(3)];
  await until(async () => {
    await hurry();
    return dying.every(dead);
  });
  startProcess();
  startProcess();
  await until(async () => {
    await hurry();
    const [row] = await owner`
      select count(*) filter (where done_at is null and dead_at is null)::int as open, count(*)::int as n
      from platform.jobs where kind = 'listen'`;
    return row?.n === 24 && row.open === 0;
  });
  const heard = await owner`
    select h.what, h.event::int, e.tenant_id from platform.heard h
    join platform.events e on e.id = h.event order by h.id`;
  for (const [at, { id }] of [acme, globex].entries()) {
    const own = heard.filter(({ tenant_id }) => tenant_id === id);
    const events = own.map(({ event }) => event as number);
    // Never back to an earlier one: that is order, and that none is begun before the last has ended.
    expect(events).toEqual(events.toSorted((a, b) => a - b));
    expect([...new Set(events)]).toEqual(expected[at]);
    const ends = own.filter(({ what }) => what === 'end').map(({ event }) => event);
    expect(new Set(ends)).toEqual(new Set(expected[at]?.filter((_, n) => n !== 6)));
  }
  const [row] = await owner`
    select count(*) filter (where dead_at is not null)::int as dead, max(attempts)::int as most
    from platform.jobs where kind = 'listen'`;
  expect(row).toMatchObject({ dead: 2 });
  expect(row?.most).toBeGreaterThanOrEqual(3);
}, 60_000);

/** What was put off for later is due now. */
function hurry() {
  return owner`
    update platform.jobs set run_at = now()
    where lease_id is null and not waits and done_at is null and dead_at is null and run_at > now()`;
}
