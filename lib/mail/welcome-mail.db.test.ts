import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Sql } from 'postgres';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { appClient } from '../db/client';
import { openOwnerClient } from '../db/owner-client';
import { env } from '../env';
import { drainJobs } from '../jobs/drain-jobs';
import { wiring } from '../reactions';
import { type TestDatabase, testDatabase } from '../testing/database';
import { makeTenant } from '../testing/make-tenant';

let database: TestDatabase;
let owner: Sql;
let tenantId: string;
let otherId: string;
let dataDir: string;
beforeAll(async () => {
  database = await testDatabase();
  owner = openOwnerClient(database.ownerUrl);
  dataDir = mkdtempSync(join(tmpdir(), 'tenantry-mail-'));
  Object.assign(env(), { DATABASE_URL: database.appUrl, DATA_DIR: dataDir, SMTP_URL: undefined });
  tenantId = (await makeTenant(owner, 'acme')).id;
  otherId = (await makeTenant(owner, 'globex')).id;
  for (const id of [tenantId, otherId]) {
    await owner`
      insert into platform.memberships (tenant_id, user_id, role, is_staff, is_superuser)
      select id, owner_id, 'owner', true, true from platform.tenants where id = ${id}`;
  }
});
afterAll(async () => {
  await Promise.all([owner.end(), appClient().end()]);
  await database.drop();
  rmSync(dataDir, { recursive: true, force: true });
});
afterEach(async () => {
  rmSync(join(dataDir, 'mail'), { recursive: true, force: true });
  await owner`update platform.tenants set status = 'active', metadata = '{}'`;
});

const add = async (name: string, role: string, isStaff: boolean) => {
  const [person] = await owner`
    insert into platform.users (email, name) values (${`${name.toLowerCase()}@example.com`}, ${name}) returning id`;
  const [row] = await owner`
    insert into platform.memberships (tenant_id, user_id, role, is_staff)
    values (${tenantId}, ${person?.id}, ${role}, ${isStaff}) returning id, user_id`;
  return row as unknown as { id: string; user_id: string };
};
const tell = (type: string, subjectId: string, id = tenantId) =>
  owner`insert into platform.events (tenant_id, type, subject_id) values (${id}, ${type}, ${subjectId})`;
const drained = async (retry = 0) => {
  const { jobs, isEmpty } = await drainJobs(appClient(), wiring);
  expect(isEmpty).toBe(true);
  expect(jobs).toMatchObject({ retry, dead: 0, lost: 0 });
  let names: string[] = [];
  try {
    names = readdirSync(join(dataDir, 'mail'));
  } catch {}
  return names.map((name) =>
    readFileSync(join(dataDir, 'mail', name), 'utf8').replace(/=\r\n/g, ''),
  );
};

test('an editor is welcomed by the tenant’s name, with the way to the admin', async () => {
  const { id } = await add('Bob', 'editor', true);
  await tell('member.added', id);
  const [message, ...others] = await drained();
  expect(others).toEqual([]);
  expect(message).toContain('From: ACME <');
  expect(message).toContain('To: Bob <bob@example.com>');
  expect(message).toContain('Subject: You are a member of ACME');
  expect(message).toContain('you have been added to ACME as an editor.');
  expect(message).toContain('http://acme.localhost:3000/admin');
});

test('a reader is shown the way to sign in; the event may name the person', async () => {
  const { user_id } = await add('Cleo', 'member', false);
  await tell('member.added', user_id);
  const [message] = await drained();
  expect(message).toContain('http://acme.localhost:3000/login');
  expect(message).not.toContain('/admin');
});

test('the owner of a new tenant is told once, by the tenant’s own event', async () => {
  const [row] = await owner`
    select m.id from platform.memberships m join platform.tenants t on t.owner_id = m.user_id where t.id = ${otherId}`;
  await tell('tenant.created', otherId, otherId);
  await tell('member.added', row?.id, otherId);
  const messages = await drained();
  expect(messages).toHaveLength(1);
  expect(messages[0]).toContain('Subject: GLOBEX is ready');
  expect(messages[0]).toContain('To: globex <globex@example.com>');
});

test.each([
  ['who is no member any more', async () => tell('member.added', crypto.randomUUID())],
  [
    'of the demo',
    async () => {
      await tell('tenant.created', tenantId);
      await owner`update platform.tenants set metadata = '{"demo": true}'`;
    },
  ],
  [
    'of another tenant',
    async () => tell('member.added', (await add('Eve', 'editor', true)).id, otherId),
  ],
])('nobody %s gets mail', async (_, prepare) => {
  await prepare();
  expect(await drained()).toEqual([]);
});

test('somebody of a suspended tenant gets it once the tenant is back', async () => {
  await tell('member.added', (await add('Dora', 'member', false)).id);
  await owner`update platform.tenants set status = 'suspended'`;
  // The mail, and the notification in their inbox.
  expect(await drained(2)).toEqual([]);
  await owner`update platform.tenants set status = 'active'`;
  await owner`update platform.jobs set run_at = now() where done_at is null`;
  expect(await drained()).toEqual([expect.stringContaining('To: Dora <')]);
});
