import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Sql } from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { appClient } from '../db/client';
import { openOwnerClient } from '../db/owner-client';
import { openOwnerDb } from '../db/owner-db';
import { env } from '../env';
import { drainJobs } from '../jobs/drain-jobs';
import { wiring } from '../reactions';
import { transferTenant } from '../tenancy/life/transfer-tenant';
import { type TestDatabase, testDatabase } from '../testing/database';
import { makeTenant } from '../testing/make-tenant';

let database: TestDatabase;
let owner: Sql;
let db: ReturnType<typeof openOwnerDb>;
const dataDir = mkdtempSync(join(tmpdir(), 'tenantry-mail-'));
beforeAll(async () => {
  database = await testDatabase();
  owner = openOwnerClient(database.ownerUrl);
  db = openOwnerDb(database.ownerUrl);
  Object.assign(env(), { DATABASE_URL: database.appUrl, DATA_DIR: dataDir, SMTP_URL: undefined });
});
afterAll(async () => {
  await Promise.all([owner.end(), db.end(), appClient().end()]);
  await database.drop();
  rmSync(dataDir, { recursive: true, force: true });
});

test('both are told, each once, the one who left too', async () => {
  const { id } = await makeTenant(owner, 'acme');
  await owner`
    insert into platform.memberships (tenant_id, user_id, role, is_staff, is_superuser)
    select id, owner_id, 'owner', true, true from platform.tenants`;
  await owner`insert into platform.users (email, name) values ('bob@example.com', 'Bob')`;
  await transferTenant(db, id, { toEmail: 'bob@example.com', remove: true });
  expect(await drainJobs(appClient(), wiring)).toMatchObject({ jobs: { retry: 0, dead: 0 } });
  const folder = join(dataDir, 'mail');
  const mails = readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), 'utf8').replace(/=\r\n/g, ''))
    .toSorted();
  const heads = mails.map((mail) => [
    /^To: (.*)$/m.exec(mail)?.[1],
    /^Subject: (.*)$/m.exec(mail)?.[1],
  ]);
  expect(heads.toSorted()).toEqual([
    ['Bob <bob@example.com>', 'ACME is yours'],
    ['acme <acme@example.com>', 'ACME has a new owner'],
  ]);
  expect(mails.join('\n')).toContain('Bob (bob@example.com) owns ACME from now on.');
});
