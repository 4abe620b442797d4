import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { type TestDatabase, testDatabase } from '../testing/database';
import { projectRoot } from '../testing/project-root';

// Whole processes; on a busy machine each takes its time to load.
vi.setConfig({ testTimeout: 90_000 });
vi.stubEnv('VERCEL', undefined);

let database: TestDatabase;
let admin: postgres.Sql;
beforeAll(async () => {
  database = await testDatabase();
  admin = postgres(database.adminUrl, { max: 1 });
});
afterAll(async () => {
  await admin.end();
  await database.drop();
});

let child: ChildProcess | undefined;
let dataDir: string;
afterEach(() => {
  child?.kill('SIGKILL');
  rmSync(dataDir, { recursive: true, force: true });
});

interface Held {
  resources: string[];
  follower: boolean;
  worker: boolean;
}

/** Starts the background in a process of its own, and gives what it holds half a second later. */
async function heldWith(changed: Record<string, string>): Promise<Held & { listening: boolean }> {
  dataDir = mkdtempSync(join(tmpdir(), 'tenantry-start-'));
  const stand = 'lib/server/stand-ins/background-process.ts';
  child = spawn(process.execPath, ['--conditions=react-server', '--import', 'tsx', stand], {
    cwd: projectRoot,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      DATABASE_URL: database.appUrl,
      DATA_DIR: dataDir,
      AUTH_SECRET: 'x'.repeat(32),
      LOG_FILE: '',
      ...changed,
    },
  });
  const line = await new Promise<string>((resolve, reject) => {
    let text = '';
    child?.once('exit', (code) => reject(new Error(`It ended with ${code}: ${text}`)));
    child?.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
      const found = /^HELD (.*)$/m.exec(text)?.[1];
      if (found) resolve(found);
    });
  });
  const rows = await admin`
    select 1 from pg_stat_activity where datname = ${database.name} and query ilike 'listen%'`;
  return { ...JSON.parse(line), listening: rows.length > 0 };
}

test('a server follows the event log, works off jobs and keeps a log', async () => {
  const held = await heldWith({});
  expect(held).toMatchObject({ follower: true, worker: true, listening: true });
  expect(existsSync(join(dataDir, 'debug.log'))).toBe(true);
});

test('with WORKER=off it follows the event log only', async () => {
  expect(await heldWith({ WORKER: 'off' })).toMatchObject({ follower: true, worker: false });
});

test('with VERCEL=1 nothing is held: no listener, no timer, no port, no file', async () => {
  const held = await heldWith({ VERCEL: '1' });
  expect(held).toMatchObject({ follower: false, worker: false, listening: false });
  expect(held.resources.filter((name) => /Timeout|Immediate|Server|FS|File/.test(name))).toEqual(
    [],
  );
  expect(readdirSync(dataDir)).toEqual([]);
});
