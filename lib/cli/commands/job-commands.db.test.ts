import { tmpdir } from 'node:os';
import type { Sql } from 'postgres';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { sealAudit } from '../../audit/seal-audit';
import { createAppClient } from '../../db/client';
import { openOwnerClient } from '../../db/owner-client';
import { env } from '../../env';
import { type TestDatabase, testDatabase } from '../../testing/database';
import { type MadeTenant, makeTenant } from '../../testing/make-tenant';
import { runCli } from '../run-cli';

let database: TestDatabase;
let owner: Sql;
let acme: MadeTenant;
beforeAll(async () => {
  database = await testDatabase();
  owner = openOwnerClient(database.ownerUrl);
  const { appUrl: DATABASE_URL, ownerUrl: DATABASE_OWNER_URL } = database;
  Object.assign(env(), {
    DATABASE_URL,
    DATABASE_OWNER_URL,
    DATA_DIR: `${tmpdir()}/tenantry-no-such-folder`,
  });
  acme = await makeTenant(owner, 'acme');
  await owner`insert into platform.jobs (tenant_id, kind, attempts, dead_at, last_error) values
    (${acme.id}, 'mail', 3, now(), 'no such person'), (null, 'clean', 1, now(), 'away'), (${acme.id}, 'mail', 0, null, null)`;
});
afterAll(async () => {
  await owner.end();
  await database.drop();
});

async function tenant(...args: string[]) {
  const [out, err] = [process.stdout, process.stderr].map((stream) => {
    const spy = vi.spyOn(stream, 'write').mockReturnValue(true);
    return () => {
      const text = spy.mock.calls.map(([chunk]) => String(chunk)).join('');
      spy.mockRestore();
      return text;
    };
  });
  const code = await runCli(args);
  return { code, out: out?.() ?? '', err: err?.() ?? '' };
}

describe('jobs', () => {
  const list = async (...args: string[]) => {
    const rows: Record<string, unknown>[] = JSON.parse(
      (await tenant('jobs', 'list', '--json', ...args)).out,
    );
    return rows.map(({ kind, tenant: slug, state, reason }) => [kind, slug, state, reason]);
  };
  test('list shows what is not done, the dead letters first', async () => {
    const dead = [
      ['mail', 'acme', 'dead', 'no such person'],
      ['clean', null, 'dead', 'away'],
    ];
    expect(await list()).toEqual([...dead, ['mail', 'acme', 'waiting', null]]);
    expect(await list('--dead')).toEqual(dead);
    expect(await list('--tenant', 'acme', '--dead')).toEqual(dead.slice(0, 1));
    expect((await tenant('jobs', 'list')).out).toMatch(/^id +kind +tenant +state/);
  });
  test('retry sends dead letters back, and says which are none', async () => {
    const [first, , waiting] = (await owner`select id::text from platform.jobs order by id`).map(
      ({ id }) => id,
    );
    expect(await tenant('jobs', 'retry', first)).toMatchObject({
      code: 0,
      out: '1 job goes back to work\n',
    });
    const none = await tenant('jobs', 'retry', waiting);
    expect(none).toMatchObject({
      code: 1,
      err: `error: ${waiting}: It has not been tried yet.\n`,
    });
    expect((await tenant('jobs', 'retry', '--all', '--kind', 'mail')).out).toBe(
      '0 jobs go back to work\n',
    );
    expect((await tenant('jobs', 'retry', '--all')).out).toBe('1 job goes back to work\n');
    expect(await list('--dead')).toEqual([]);
    const rows = await owner`select attempts from platform.jobs where run_at <= now()`;
    expect(rows.map(({ attempts }) => attempts)).toEqual([0, 0, 0]);
  });
  test('discard takes dead letters for done, and both are in the audit log of whose job it was', async () => {
    const [id] = (
      await owner`
        insert into platform.jobs (tenant_id, kind, attempts, dead_at) values (${acme.id}, 'mail', 16, now())
        returning id::text`
    ).map((row) => row.id);
    const { code, out } = await tenant('jobs', 'discard', '--all', '--tenant', 'acme', '--json');
    expect({ code, out: JSON.parse(out) }).toEqual({
      code: 0,
      out: [{ id, job: `mail ${id}`, left: null }],
    });
    expect(await tenant('jobs', 'discard', id, '99999')).toMatchObject({
      code: 1,
      out: '0 jobs are discarded\n',
      err: `error: ${id}: It is done. There is no job 99999.\n`,
    });
    const told = await owner`
      select type, tenant_id is null as platform, payload ->> 'kind' as kind from platform.events
      where type like 'job.%' order by id`;
    expect(told.map(({ type, platform, kind }) => [type, platform, kind])).toEqual([
      ['job.retried', false, 'mail'],
      ['job.retried', true, 'clean'],
      ['job.discarded', false, 'mail'],
    ]);
  });
  test('list says how far a long one is', async () => {
    await owner`
      insert into platform.jobs (tenant_id, kind, attempts, locked_until, progress_done, progress_total, progress_words)
      values (${acme.id}, 'import', 1, now() + interval '1 minute', 120, 400, 'posts')`;
    const { out } = await tenant('jobs', 'list', '--json', '--tenant', 'acme');
    expect(JSON.parse(out).find((row: { kind: string }) => row.kind === 'import')).toMatchObject({
      ...{ state: 'running', progress: '120 of 400 posts' },
    });
  });
  test.each([[[]], [['x']], [['1; drop table']]])('retry of %j is refused', async (ids) => {
    expect((await tenant('jobs', 'retry', ...ids)).code).toBe(1);
  });
});

describe('audit verify', () => {
  beforeAll(async () => {
    const app = createAppClient(database.appUrl, { max: 1 });
    await owner`delete from platform.events`;
    await owner`insert into platform.events (tenant_id, type) values (${acme.id}, 'post.created'), (${acme.id}, 'post.updated')`;
    await sealAudit(acme.id, app);
    await app.end();
  });
  test('says of every log that it is whole, with its newest hash as JSON', async () => {
    const { code, out } = await tenant('audit', 'verify');
    expect({ code, out }).toEqual({
      code: 0,
      out: 'platform: 0 rows, whole\nacme: 2 rows, whole\n',
    });
    const [row] = await owner`select hash from platform.audit_log where seq = 2`;
    expect(JSON.parse((await tenant('audit', 'verify', '--tenant', 'acme', '--json')).out)).toEqual(
      [{ log: 'acme', rows: 2, head: { seq: 2, hash: row?.hash }, fault: null, unsealed: null }],
    );
  });
  test('says of a log that cannot be sealed since when, and why', async () => {
    await owner`
      insert into platform.seal_faults (tenant_id, reason, since)
      values (${acme.id}, 'no room', '2026-01-02T03:04:05Z')`;
    expect(await tenant('audit', 'verify', '--tenant', 'acme')).toMatchObject({
      code: 0,
      out: 'acme: 2 rows, whole\nacme: events wait since 2026-01-02T03:04:05.000Z: no room\n',
    });
    await owner`delete from platform.seal_faults`;
  });
  test('names the first row that was tampered with, and fails', async () => {
    await owner`alter table platform.audit_log disable trigger audit_log_keep`;
    await owner`update platform.audit_log set actor_name = 'Eve' where seq = 1`;
    await owner`alter table platform.audit_log enable trigger audit_log_keep`;
    expect(await tenant('audit', 'verify', '--all')).toEqual({
      code: 1,
      out: 'platform: 0 rows, whole\nacme: Row 1 was edited.\n',
      err: 'error: 1 of 2 audit logs are not whole.\n',
    });
  });
  test('of nobody is refused', async () => {
    expect(await tenant('audit', 'verify', '--tenant', 'nobody')).toMatchObject({ code: 1 });
  });
});
