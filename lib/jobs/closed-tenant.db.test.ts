import { afterAll, beforeAll, expect, test } from 'vitest';
import { consoleDb } from '../db/console-db';
import type { PlatformDb } from '../db/platform-tx';
import { setTenantStatus } from '../tenancy/life/set-tenant-status';
import { beginMaintenance } from '../tenancy/maintenance/begin-maintenance';
import { type ConsoleTrial, consoleTrial } from '../testing/console-trial';

let trial: ConsoleTrial;
let db: PlatformDb;
beforeAll(async () => {
  trial = await consoleTrial();
  db = consoleDb(await trial.openSession(trial.root), trial.client);
});
afterAll(() => trial.end());

const giveUp = async (id: string, lane: string | null, ago = '0 seconds') => {
  const [row] = await trial.owner`
    insert into platform.jobs (tenant_id, kind, lane, attempts, dead_at)
    values (${id}, 'x', ${lane}, 16, now() - ${ago}::interval) returning id::int`;
  return row?.id as number;
};
const statesOf = async (...ids: number[]) => {
  const rows = await trial.owner`
    select case when dead_at is not null then 'dead' when waits then 'waits' else 'front' end as state
    from platform.jobs where id = any(${ids}) order by id`;
  return rows.map(({ state }) => state);
};

test.each(['suspended', 'in maintenance'])(
  'work of a tenant that was %s for longer than jobs are repeated comes back with it, in order',
  async (state) => {
    const { id } = state === 'suspended' ? trial.acme : trial.globex;
    const before = await giveUp(id, null, '1 hour');
    if (state === 'suspended') await setTenantStatus(db, { id }, 'suspended');
    else await beginMaintenance(db, id);
    const during = [await giveUp(id, 'lane'), await giveUp(id, 'lane'), await giveUp(id, null)];
    await setTenantStatus(db, { id }, 'active');
    expect(await statesOf(before, ...during)).toEqual(['dead', 'front', 'waits', 'front']);
  },
);
