import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Sql } from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { beginSupport } from '../auth/support/begin-support';
import { appClient } from '../db/client';
import { openOwnerClient } from '../db/owner-client';
import { env } from '../env';
import { drainJobs } from '../jobs/drain-jobs';
import { wiring } from '../reactions';
import { type TestDatabase, testDatabase } from '../testing/database';
import { makeTenant } from '../testing/make-tenant';
import { makeSuperuser, supportPlan } from '../testing/support-trial';

let database: TestDatabase;
let owner: Sql;
const dataDir = mkdtempSync(join(tmpdir(), 'tenantry-mail-'));
beforeAll(async () => {
  database = await testDatabase();
  owner = openOwnerClient(database.ownerUrl);
  Object.assign(env(), { DATABASE_URL: database.appUrl, DATA_DIR: dataDir, SMTP_URL: undefined });
});
afterAll(async () => {
  await Promise.all([owner.end(), appClient().end()]);
  await database.drop();
  rmSync(dataDir, { recursive: true, force: true });
});

test('every owner who is one is told, once, with the reason; nobody else is', async () => {
  const { id } = await makeTenant(owner, 'acme');
  const add = async (name: string, role: string, more: Record<string, unknown> = {}) => {
    const person = { email: `${name.toLowerCase()}@example.com`, name };
    const [row] = await owner`insert into platform.users ${owner(person)} returning id`;
    const member = { tenant_id: id, user_id: row?.id, role, is_staff: true, ...more };
    await owner`insert into platform.memberships ${owner(member)}`;
    return String(row?.id);
  };
  await owner`
    insert into platform.memberships (tenant_id, user_id, role, is_staff)
    select id, owner_id, 'owner', true from platform.tenants`;
  await add('Olga', 'owner');
  await add('Otto', 'owner', { deactivated_at: new Date().toISOString() });
  await add('Alma', 'admin');
  const bob = await add('Bob', 'editor');
  const root = await makeSuperuser({ owner });
  await beginSupport(root.session, supportPlan(id, bob), 'r');
  expect(await drainJobs(appClient(), wiring)).toMatchObject({ jobs: { retry: 0, dead: 0 } });
  const folder = join(dataDir, 'mail');
  const mails = readdirSync(folder).map((name) =>
    readFileSync(join(folder, name), 'utf8').replace(/=\r\n/g, ''),
  );
  const told = mails.filter((mail) => /^Subject: Support is acting as Bob/m.test(mail));
  expect(told.map((mail) => /^To: (.*)$/m.exec(mail)?.[1]).toSorted()).toEqual([
    'Olga <olga@example.com>',
    'acme <acme@example.com>',
  ]);
  for (const mail of told) {
    expect(mail).toContain('Why: Ticket 4711: the feed is empty');
    expect(mail).toContain('/admin/support');
    expect(mail).not.toContain(root.session);
  }
});
