import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { appClient } from '../../db/client';
import { consoleDb } from '../../db/console-db';
import type { PlatformDb } from '../../db/platform-tx';
import { env } from '../../env';
import { drainJobs } from '../../jobs/drain-jobs';
import { wiring } from '../../reactions';
import { type ConsoleTrial, consoleTrial } from '../../testing/console-trial';
import { provisionTenant } from '../provisioning/provision-tenant';
import { deleteTenant } from './delete-tenant';
import { restoreTenant } from './restore-tenant';
import { setTenantStatus } from './set-tenant-status';

let trial: ConsoleTrial;
let db: PlatformDb;
beforeAll(async () => {
  trial = await consoleTrial();
  env().DATABASE_URL = trial.database.appUrl;
  db = consoleDb(await trial.openSession(trial.root), trial.client);
});
afterAll(async () => {
  await appClient().end();
  await trial.end();
});

const reason = 'a test';
let n = 0;
let id: string;
beforeEach(async () => {
  n += 1;
  const given = { slug: `site-${n}`, name: 'A site', ownerEmail: `owner-${n}@owner.test` };
  const made = await provisionTenant(db, given, { hashPassword: async () => 'no hash' });
  id = made.tenant.id;
});
const statusIn = async (type: string) => {
  const [row] = await trial.owner`
    select payload #> '{changes,status}' as status from platform.events
    where tenant_id = ${id} and type = ${type} order by id desc limit 1`;
  return row?.status;
};

test('a limit that became too low keeps nobody out who belonged, and holds for others', async () => {
  const [ada, bob] = [
    await trial.addPerson(`ada-${n}`, false),
    await trial.addPerson('bob', false),
  ];
  const add = (userId: string) =>
    trial.owner`insert into platform.memberships (tenant_id, user_id) values (${id}, ${userId})`;
  await add(ada);
  await trial.owner`
    update platform.quotas set most = 1, follows_default = false
    where tenant_id = ${id} and name = 'members'`;
  await deleteTenant(db, id, { reason });
  expect(await restoreTenant(db, id)).toMatchObject({ people: 2, missing: 0 });
  const [quota] = await trial.owner`
    select used::int, most::int, follows_default from platform.quotas
    where tenant_id = ${id} and name = 'members'`;
  expect(quota).toEqual({ used: 2, most: 1, follows_default: false });
  await expect(add(bob)).rejects.toThrow('The limit of members is reached');
});

test('the audit log says what it was and what it is', async () => {
  await setTenantStatus(db, { id }, 'suspended');
  await deleteTenant(db, id, { reason });
  expect(await statusIn('tenant.deleted')).toEqual(['suspended', 'deleted']);
  await restoreTenant(db, id);
  expect(await statusIn('tenant.restored')).toEqual(['deleted', 'suspended']);
});

test('work that was given up while it was gone is done once it is back; until then nobody is alarmed', async () => {
  await drainJobs(appClient(), wiring);
  const [before] = await trial.owner`
    insert into platform.jobs (tenant_id, kind, dead_at) values (${id}, 'x', now() - interval '1 hour')
    returning id::int`;
  const payload = trial.owner.json({ domainId: crypto.randomUUID() });
  const [waiting] = await trial.owner`
    insert into platform.jobs (tenant_id, kind, payload) values (${id}, 'domains.check', ${payload})
    returning id::int`;
  const stateOf = async (job: number) => {
    const [row] = await trial.owner`
      select done_at is not null as done, dead_at is not null as dead from platform.jobs
      where id = ${job}`;
    return row;
  };
  const given = async () =>
    (await trial.owner`select dead::int from platform.job_health()`)[0]?.dead;
  await deleteTenant(db, id, { reason });
  await drainJobs(appClient(), wiring);
  expect(await stateOf(waiting?.id)).toEqual({ done: false, dead: true });
  expect(await given()).toBe(0);
  await restoreTenant(db, id);
  await drainJobs(appClient(), wiring);
  expect(await stateOf(waiting?.id)).toEqual({ done: true, dead: false });
  expect(await stateOf(before?.id)).toEqual({ done: false, dead: true });
  expect(await given()).toBe(1);
});
