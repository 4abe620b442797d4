import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { env } from '../../env';
import { testDatabase } from '../../testing/database';
import { type DoctorTrial, doctorTrial } from '../../testing/doctor-trial';

let trial: DoctorTrial;
beforeAll(async () => {
  trial = await doctorTrial();
});
beforeEach(() => trial.prepare());
afterAll(() => trial.end());
const doctor = (...args: string[]) => trial.doctor(...args);
const findings = () => trial.findings();

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
    const other = new URL(trial.database.appUrl);
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
    env().DATABASE_URL = trial.database.ownerUrl;
    expect((await findings()).roles).toEqual(['fault', expect.stringContaining('db-setup')]);
  });

  test('migrations that are missing', async () => {
    const [last] = await trial.owner`
      delete from platform.migrations__platform
      where created_at = (select max(created_at) from platform.migrations__platform) returning *`;
    const found = await findings();
    await trial.owner`insert into platform.migrations__platform ${trial.owner(last as never)}`;
    expect(found.migrations).toEqual([
      'fault',
      expect.stringMatching(/is behind: platform\/0\d+.*db:migrate/),
    ]);
    expect(found['row security']).toEqual(['skipped']);
  });

  test('a wall that was taken down', async () => {
    await trial.owner.unsafe('alter table pool.posts disable row level security');
    const found = await findings();
    await trial.owner.unsafe('alter table pool.posts enable row level security');
    expect(found['row security']?.[1]).toContain('pool.posts: no row security');
  });

  test('a tenant whose owner has left, and one that should be gone', async () => {
    await trial.owner`update platform.users set is_active = false where email = 'acme@example.com'`;
    await trial.owner`
      insert into platform.tenants (slug, name, status, owner_id, deleted_at, purge_at)
      select 'old', 'Old', 'deleted', owner_id, now() - interval '40 days', now() - interval '10 days'
      from platform.tenants where id = ${trial.acme.id}`;
    const found = await findings();
    await trial.owner`update platform.users set is_active = true where email = 'acme@example.com'`;
    await trial.owner`delete from platform.tenants where slug = 'old'`;
    expect(found.tenants).toEqual([
      'fault',
      expect.stringContaining('acme has an owner whose account is deactivated'),
      expect.stringContaining('old was to be destroyed on'),
    ]);
  });

  test('jobs that nobody does, and one that was given up', async () => {
    await trial.owner`
      insert into platform.jobs (kind, run_at) values ('late', now() - interval '1 hour')`;
    await trial.owner`insert into platform.jobs (kind, dead_at) values ('dead', now())`;
    const found = await findings();
    await trial.owner`delete from platform.jobs`;
    expect(found.jobs).toEqual([
      'fault',
      expect.stringMatching(/due for (59|60|61) minutes.*WORKER/),
      expect.stringContaining('1 job was given up. > Look with'),
    ]);
  });

  test('an audit log that was tampered with', async () => {
    await trial.owner`insert into platform.events (tenant_id, type) values (${trial.acme.id}, 'post.created')`;
    await trial.owner`select platform.seal_audit(${trial.acme.id}, 10)`;
    await trial.owner`alter table platform.audit_log disable trigger audit_log_keep`;
    await trial.owner`update platform.audit_log set actor_name = 'Eve'`;
    await trial.owner`alter table platform.audit_log enable trigger audit_log_keep`;
    expect((await findings())['audit logs']?.[1]).toContain('acme: Row 1 was edited.');
  });

  test('no secret for sessions', async () => {
    env().AUTH_SECRET = undefined;
    expect((await findings()).secrets?.[1]).toContain('openssl rand -hex 32');
  });
});
