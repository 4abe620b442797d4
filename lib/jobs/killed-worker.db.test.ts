import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Sql } from 'postgres';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { openOwnerClient } from '../db/owner-client';
import { type TestDatabase, testDatabase } from '../testing/database';
import { makeTenant } from '../testing/make-tenant';
import { projectRoot } from '../testing/project-root';

let database: TestDatabase;
let owner: Sql;
let dataDir: string;
beforeAll(async () => {
  database = await testDatabase();
  owner = openOwnerClient(database.ownerUrl);
  dataDir = mkdtempSync(join(tmpdir(), 'tenantry-mail-'));
});
afterAll(async () => {
  await owner.end();
  await database.drop();
  rmSync(dataDir, { recursive: true, force: true });
});

const children = new Set<ChildProcess>();
afterEach(() => {
  for (const child of children) child.kill('SIGKILL');
});

/** Starts a worker; `ended` resolves when it is dead, `started` when it works. */
function startProcess(...args: string[]) {
  const node = [
    '--conditions=react-server',
    '--import',
    'tsx',
    'lib/jobs/stand-ins/worker-process.ts',
  ];
  const child = spawn(process.execPath, [...node, ...args], {
    cwd: projectRoot,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      DATABASE_URL: database.appUrl,
      DATA_DIR: dataDir,
      LOG_FILE: 'off',
      LOG_LEVEL: 'silent',
      SMTP_URL: '',
    },
  });
  children.add(child);
  const ended = new Promise<string | null>((resolve) => {
    child.once('exit', (_, signal) => {
      children.delete(child);
      resolve(signal);
    });
  });
  const started = new Promise<void>((resolve) => child.stdout?.once('data', () => resolve()));
  return { child, started, ended };
}

const addMembers = async (tenantId: string, from: number, count: number) => {
  await owner`
    with people as (
      insert into platform.users (email, name)
      select 'person' || n || '@example.com', 'Person ' || n
      from generate_series(${from}::int, ${from + count - 1}::int) n returning id
    ), members as (
      insert into platform.memberships (tenant_id, user_id) select ${tenantId}, id from people returning id
    )
    insert into platform.events (tenant_id, type, subject_id) select ${tenantId}, 'member.added', id from members`;
};
const open = async () => {
  const [row] = await owner`
    select (select count(*) from platform.jobs where kind = 'welcome-mail' and done_at is null)::int
      + (select count(*) from platform.events where done_at is null or sealed_at is null)::int as n`;
  return row?.n as number;
};
const mails = () => readdirSync(join(dataDir, 'mail')).filter((name) => name.endsWith('.eml'));

test('a worker killed at any moment: every mail comes, and none twice', async () => {
  const { id } = await makeTenant(owner, 'acme');
  await addMembers(id, 0, 40);
  const interrupted = [];
  for (const [point, count] of [
    ['before', '1'],
    ['after', '5'],
  ] as const) {
    expect(await startProcess(point, count).ended).toBe('SIGKILL');
    const rows =
      await owner`select id from platform.jobs where kind = 'welcome-mail' and lease_id is not null`;
    interrupted.push(...rows.map((row) => row.id));
  }
  // And from outside, at moments that nobody chose.
  for (const milliseconds of [0, 60]) {
    await addMembers(id, 40 + milliseconds, 20);
    const { child, started, ended } = startProcess();
    await started;
    await new Promise((resolve) => setTimeout(resolve, milliseconds));
    child.kill('SIGKILL');
    await ended;
  }
  startProcess();
  for (const end = Date.now() + 60_000; (await open()) > 0; ) {
    if (Date.now() > end) throw new Error(`${await open()} are left.`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  expect(interrupted.length).toBeGreaterThanOrEqual(2);
  const repeated = await owner`
    select id from platform.jobs where attempts > 1 and id = any (${interrupted}::bigint[])`;
  expect(repeated.length).toBe(new Set(interrupted).size);
  const to = mails().map(
    (name) => /^To: .*<(.*)>/m.exec(readFileSync(join(dataDir, 'mail', name), 'utf8'))?.[1],
  );
  expect(to).toHaveLength(80);
  expect(new Set(to).size).toBe(80);
  const [audit] =
    await owner`select count(*)::int as rows, max(seq)::int as last from platform.audit_log`;
  expect(audit).toEqual({ rows: 80, last: 80 });
}, 150_000);
