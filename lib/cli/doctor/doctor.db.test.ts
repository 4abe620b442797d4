import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres, { type Sql } from 'postgres';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { openOwnerClient } from '../../db/owner-client';
import { env } from '../../env';
import { type TestDatabase, testDatabase } from '../../testing/database';
import { type MadeTenant, makeTenant } from '../../testing/make-tenant';
import { runCli } from '../run-cli';
import type { Report } from './examine-all';

let database: TestDatabase;
let owner: Sql;
let admin: Sql;
let acme: MadeTenant;
const dataDir = mkdtempSync(join(tmpdir(), 'tenantry-doctor-'));
beforeAll(async () => {
  database = await testDatabase();
  owner = openOwnerClient(database.ownerUrl);
  admin = postgres(database.adminUrl, { max: 1, onnotice: () => {} });
  acme = await makeTenant(owner, 'acme');
  await owner`
    insert into platform.memberships (tenant_id, user_id, role, is_staff, is_superuser)
    select id, owner_id, 'owner', true, true from platform.tenants`;
});
beforeEach(() => {
  const { appUrl: DATABASE_URL, ownerUrl: DATABASE_OWNER_URL } = database;
  Object.assign(env(), { DATABASE_URL, DATABASE_OWNER_URL, DATA_DIR: dataDir });
  Object.assign(env(), { AUTH_SECRET: 'x'.repeat(40) });
});
afterAll(async () => {
  await Promise.all([owner.end(), admin.end()]);
  await database.drop();
  rmSync(dataDir, { recursive: true });
});

async function doctor(...args: string[]) {
  const spies = [process.stdout, process.stderr].map((stream) =>
    vi.spyOn(stream, 'write').mockReturnValue(true),
  );
  const code = await runCli(['doctor', ...args]);
  const [out = '', err = ''] = spies.map((spy) =>
    spy.mock.calls.map(([part]) => String(part)).join(''),
  );
  vi.restoreAllMocks();
  return { code, out, err };
}

async function findings() {
  const { out } = await doctor('--json');
  const reports: Report[] = JSON.parse(out);
  return Object.fromEntries(
    reports
      .filter(({ state }) => state !== 'sound')
      .map(({ name, state, findings: found }) => [
        name,
        [state, ...found.map(({ what, remedy }) => `${what} > ${remedy}`)],
      ]),
  );
}

test('a sound installation has nothing', async () => {
  const { code, out, err } = await doctor();
  expect(err).toBe('');
  expect(out.split('\n').slice(0, 4)).toEqual([
    ...['database: ok', 'roles: ok', 'migrations: ok', 'row security: ok'],
  ]);
  expect(code).toBe(0);
});

describe('each fault is named with its remedy, and is one fault', () => {
  test('a database that is away, without its password in the words', async () => {
    env().DATABASE_URL = 'postgres://tenantry_app:hunter2@127.0.0.1:1/nowhere';
    const { code, out, err } = await doctor();
    expect([code, err]).toEqual([1, 'error: 1 fault found.\n']);
    expect(out).toContain('DATABASE_URL leads nowhere');
    expect(out).toContain('roles: not looked at');
    expect(out).not.toContain('hunter2');
  });

  test('two databases for one', async () => {
    const other = new URL(database.appUrl);
    other.pathname = '/postgres';
    const second = await testDatabase();
    env().DATABASE_URL = second.appUrl;
    expect((await findings()).database).toEqual([
      'fault',
      expect.stringContaining('different databases'),
    ]);
    await second.drop();
  });

  test('an application role that sees everything', async () => {
    env().DATABASE_URL = database.ownerUrl;
    expect((await findings()).roles).toEqual(['fault', expect.stringContaining('db-setup')]);
  });

  test('migrations that are missing', async () => {
    const [last] = await owner`
      delete from platform.migrations__platform
      where created_at = (select max(created_at) from platform.migrations__platform) returning *`;
    const found = await findings();
    await owner`insert into platform.migrations__platform ${owner(last as never)}`;
    expect(found.migrations).toEqual([
      'fault',
      expect.stringMatching(/is behind: platform\/0\d+.*db:migrate/),
    ]);
    expect(found['row security']).toEqual(['skipped']);
  });

  test('a wall that was taken down', async () => {
    await owner.unsafe('alter table pool.posts disable row level security');
    const found = await findings();
    await owner.unsafe('alter table pool.posts enable row level security');
    expect(found['row security']?.[1]).toContain('pool.posts: no row security');
  });

  test('a tenant whose owner has left, and one that should be gone', async () => {
    await owner`update platform.users set is_active = false where email = 'acme@example.com'`;
    await owner`
      insert into platform.tenants (slug, name, status, owner_id, deleted_at, purge_at)
      select 'old', 'Old', 'deleted', owner_id, now() - interval '40 days', now() - interval '10 days'
      from platform.tenants where id = ${acme.id}`;
    const found = await findings();
    await owner`update platform.users set is_active = true where email = 'acme@example.com'`;
    await owner`delete from platform.tenants where slug = 'old'`;
    expect(found.tenants).toEqual([
      'fault',
      expect.stringContaining('acme has an owner whose account is deactivated'),
      expect.stringContaining('old was to be destroyed on'),
    ]);
  });

  test('jobs that nobody does, and one that was given up', async () => {
    await owner`
      insert into platform.jobs (kind, run_at) values ('late', now() - interval '1 hour')`;
    await owner`insert into platform.jobs (kind, dead_at) values ('dead', now())`;
    const found = await findings();
    await owner`delete from platform.jobs`;
    expect(found.jobs).toEqual([
      'fault',
      expect.stringMatching(/due for (59|60|61) minutes.*WORKER/),
      expect.stringContaining('1 job was given up. > Look with'),
    ]);
  });

  test('an audit log that was tampered with', async () => {
    await owner`insert into platform.events (tenant_id, type) values (${acme.id}, 'post.created')`;
    await owner`select platform.seal_audit(${acme.id}, 10)`;
    await owner`alter table platform.audit_log disable trigger audit_log_keep`;
    await owner`update platform.audit_log set actor_name = 'Eve'`;
    await owner`alter table platform.audit_log enable trigger audit_log_keep`;
    expect((await findings())['audit logs']?.[1]).toContain('acme: Row 1 was edited.');
  });

  test('no secret for sessions', async () => {
    env().AUTH_SECRET = undefined;
    expect((await findings()).secrets?.[1]).toContain('openssl rand -hex 32');
  });
});
