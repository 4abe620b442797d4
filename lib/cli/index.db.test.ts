import { execFile } from 'node:child_process';
import { tmpdir } from 'node:os';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../testing/database';
import { projectRoot } from '../testing/project-root';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

interface Outcome {
  code: number;
  out: string;
  err: string;
}

/** Runs a command the way `npm run tenant --` does. */
function tenant(args: string[], changed: Record<string, string> = {}): Promise<Outcome> {
  const node = ['--conditions=react-server', '--import', 'tsx', 'lib/cli/index.ts', ...args];
  const env = {
    ...process.env,
    DATABASE_URL: database.appUrl,
    DATABASE_OWNER_URL: database.ownerUrl,
    DATA_DIR: `${tmpdir()}/tenantry-no-such-folder`,
    LOG_FILE: 'off',
    ...changed,
  };
  return new Promise((resolve) => {
    execFile(process.execPath, node, { cwd: projectRoot, env }, (error, out, err) => {
      resolve({ code: error ? Number(error.code) : 0, out, err });
    });
  });
}

describe('in this order, on a migrated database', () => {
  test('migrate finds nothing to apply', async () => {
    expect(await tenant(['migrate'])).toMatchObject({ code: 0, out: 'nothing to apply\n' });
  });
  test('list of nobody', async () => {
    expect(await tenant(['list'])).toMatchObject({ code: 0, out: 'none\n' });
  });
  test('seed --tenants makes tenants, and again changes nothing', async () => {
    const seed = ['seed', '--tenants', '3', '--posts', '2'];
    expect((await tenant(seed)).out).toBe('seeded 3 tenants\nseeded 6 posts\n');
    expect((await tenant(seed)).out).toBe('seeded 3 tenants\nseeded 0 posts\n');
  });
  test('suspend and activate', async () => {
    const slug = ['--tenant', 't00002'];
    expect((await tenant(['suspend', ...slug])).out).toBe('t00002 is suspended\n');
    const { out } = await tenant(['list', '--status', 'suspended', '--json']);
    expect(JSON.parse(out)).toMatchObject([{ slug: 't00002', status: 'suspended' }]);
    expect((await tenant(['activate', ...slug])).out).toBe('t00002 is active\n');
    expect((await tenant(['list', '--status', 'suspended'])).out).toBe('none\n');
  });
  test('list in its three formats', async () => {
    const [table, csv, json] = await Promise.all(
      ['table', 'csv', 'json'].map((format) => tenant(['list', '--format', format])),
    );
    expect(table?.out.split('\n')[1]).toMatch(/^t00001 {2}Tenant 1 +active {2}row/);
    expect(csv?.out.split('\r\n')[0]).toBe('slug,name,status,placement,id,owner,created,domains');
    expect(JSON.parse(json?.out ?? '')).toHaveLength(3);
  });
});

describe('asked in a wrong way: exit code 2, and how it is done', () => {
  test.each([
    [['nonsense'], "unknown command 'nonsense'"],
    [['list', '--status', 'happy'], 'Allowed choices are active, suspended, deleted'],
    [['list', '--format', 'xml'], 'Allowed choices are table, json, csv'],
    [['suspend'], "required option '--tenant <slug>'"],
    [['seed', '--tenants', 'many'], 'Expected a number from 1'],
    [['seed', '--tenants', '-1'], 'Expected a number from 1'],
  ])('%j', async (args, message) => {
    const { code, err } = await tenant(args);
    expect(err).toContain(message);
    expect(code).toBe(2);
  });
  test('help is no mistake', async () => {
    expect(await tenant(['--help'])).toMatchObject({ code: 0, err: '' });
  });
});

describe('what fails: exit code 1, one line, no trace', () => {
  const nowhere = new URL('postgres://tenantry_owner:hunter2@127.0.0.1:1/x').toString();
  test.each<[string[], Record<string, string>, string]>([
    [['suspend', '--tenant', 'nobody'], {}, 'There is no tenant "nobody".'],
    [['seed'], {}, 'Say what to seed: --demo, or --tenants N.'],
    [['list'], { DATABASE_URL: '', DATABASE_OWNER_URL: '' }, 'No database: DATABASE_URL and'],
    [['list'], { DATABASE_OWNER_URL: '' }, 'DATABASE_OWNER_URL is missing'],
    [['migrate'], { DATABASE_OWNER_URL: nowhere }, 'ECONNREFUSED'],
    [['list'], { PORT: 'x' }, 'PORT: expected'],
  ])('%j %j', async (args, changed, message) => {
    const { code, err } = await tenant(args, changed);
    expect(err).toContain(message);
    expect(err).not.toMatch(/hunter2|node_modules/);
    expect(code).toBe(1);
  });
});
