import type { Sql } from 'postgres';
import type { SMTPServerOptions } from 'smtp-server';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { appClient } from '../db/client';
import { openOwnerClient } from '../db/owner-client';
import { env } from '../env';
import { drainJobs } from '../jobs/drain-jobs';
import { wiring } from '../reactions';
import { type TestDatabase, testDatabase } from '../testing/database';
import { type MailServer, smtpAnswer, startMailServer } from '../testing/mail-server';
import { makeTenant } from '../testing/make-tenant';

let database: TestDatabase;
let owner: Sql;
let tenantId: string;
let server: MailServer | undefined;
beforeAll(async () => {
  database = await testDatabase();
  owner = openOwnerClient(database.ownerUrl);
  env().DATABASE_URL = database.appUrl;
  tenantId = (await makeTenant(owner, 'acme')).id;
  await owner`
    insert into platform.memberships (tenant_id, user_id, role, is_staff, is_superuser)
    select id, owner_id, 'owner', true, true from platform.tenants where id = ${tenantId}`;
});
afterAll(async () => {
  env().SMTP_URL = undefined;
  await Promise.all([owner.end(), appClient().end()]);
  await database.drop();
});
afterEach(async () => {
  vi.restoreAllMocks();
  await server?.stop();
  await owner`delete from platform.jobs`;
});

/** Tells of the new tenant while such a server is there; gives the job that mails its owner. */
async function mailThrough(options: SMTPServerOptions, auth = '') {
  server = await startMailServer(options);
  env().SMTP_URL = `smtp://${auth}127.0.0.1:${server.port}`;
  await owner`
    insert into platform.events (tenant_id, type, subject_id)
    values (${tenantId}, 'tenant.created', ${tenantId})`;
  return attempt();
}
async function attempt() {
  await drainJobs(appClient(), wiring);
  const [job] = await owner`
    select done_at is not null as done, dead_at is not null as dead, attempts, last_error as reason
    from platform.jobs where kind = 'welcome-mail'`;
  return job;
}
const refusing = (code: number): SMTPServerOptions => ({
  onRcptTo: (_address, _session, callback) => callback(smtpAnswer(code, 'no such mailbox')),
});

test('mail that the server takes is done', async () => {
  expect(await mailThrough({})).toMatchObject({ done: true, reason: null });
  expect(server?.taken).toMatchObject([{ to: ['acme@example.com'] }]);
});

test('a recipient the server refuses is a dead letter at once, with what it said', async () => {
  expect(await mailThrough(refusing(550))).toEqual({
    done: false,
    dead: true,
    attempts: 1,
    reason: 'The mail server refused the recipient: 550 no such mailbox',
  });
});

test('a server that wants to be asked later, or is down, is asked again, and gets it then', async () => {
  const first = await mailThrough(refusing(451));
  expect(first).toMatchObject({ dead: false, done: false, attempts: 1 });
  expect(first?.reason).toMatch(/451/);
  const again = () =>
    owner`update platform.jobs set run_at = now() - interval '1 s' where kind = 'welcome-mail'`;
  await server?.stop();
  await again();
  const second = await attempt();
  expect(second).toMatchObject({ dead: false, attempts: 2 });
  expect(second?.reason).toMatch(/SMTP_URL could not be reached: .*ECONNREFUSED/);
  server = await startMailServer();
  env().SMTP_URL = `smtp://127.0.0.1:${server.port}`;
  await again();
  expect(await attempt()).toMatchObject({ done: true, attempts: 3 });
  expect(server.taken).toHaveLength(1);
});

test('a wrong password is told of, in neither log nor dead letter by its letters', async () => {
  const written: string[] = [];
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    written.push(String(text));
    return true;
  });
  const job = await mailThrough(
    {
      authOptional: false,
      allowInsecureAuth: true,
      onAuth: ({ password }, _session, callback) => callback(smtpAnswer(535, `not ${password}`)),
    },
    'post:s3cret-word@',
  );
  expect(job).toMatchObject({ dead: false, attempts: 1 });
  expect(job?.reason).toMatch(/user and password of SMTP_URL: 535 not \*\*\*/);
  const log = written.join('');
  expect(log).toContain('job.failed');
  for (const secret of ['s3cret-word', btoa('s3cret-word'), btoa('\0post\0s3cret-word')]) {
    expect(log + job?.reason).not.toContain(secret);
  }
});
