import { execFile } from 'node:child_process';
import { tmpdir } from 'node:os';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { env } from '../env';
import { type TestDatabase, testDatabase } from '../testing/database';
import { projectRoot } from '../testing/project-root';
import { runCli } from './run-cli';

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

type Addresses = { DATABASE_URL?: string; DATABASE_OWNER_URL?: string };

/** Runs a command in this process, which is a hundred times as fast as in one of its own. */
async function tenant(args: string[], changed: Addresses = {}): Promise<Outcome> {
  const { appUrl: DATABASE_URL, ownerUrl: DATABASE_OWNER_URL } = database;
  const DATA_DIR = `${tmpdir()}/tenantry-no-such-folder`;
  Object.assign(env(), { DATABASE_URL, DATABASE_OWNER_URL, DATA_DIR, ...changed });
  const [out, err] = [capture(process.stdout), capture(process.stderr)];
  const code = await runCli(args);
  return { code, out: out(), err: err() };
}

function capture(stream: NodeJS.WriteStream): () => string {
  const spy = vi.spyOn(stream, 'write').mockReturnValue(true);
  return () => {
    const text = spy.mock.calls.map(([chunk]) => String(chunk)).join('');
    spy.mockRestore();
    return text;
  };
}

/** Runs a command the way `npm run tenant --` does. */
function tenantProcess(args: string[], changed: Record<string, string>): Promise<Outcome> {
  const node = ['--conditions=react-server', '--import', 'tsx', 'lib/cli/index.ts', ...args];
  const environment = { ...process.env, LOG_FILE: 'off', ...changed };
  return new Promise((resolve) => {
    execFile(process.execPath, node, { cwd: projectRoot, env: environment }, (error, out, err) => {
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
  test('seed --tenants makes tenants', async () => {
    const seed = ['seed', '--tenants', '3', '--posts', '2'];
    expect((await tenant(seed)).out).toBe('seeded 3 tenants\nseeded 6 posts\n');
  });
  test('suspend and activate', async () => {
    const slug = ['--tenant', 't00002'];
    expect((await tenant(['suspend', ...slug])).out).toBe('t00002 is suspended\n');
    const { out } = await tenant(['list', '--status', 'suspended', '--json']);
    expect(JSON.parse(out)).toMatchObject([{ slug: 't00002', status: 'suspended' }]);
    expect((await tenant(['activate', ...slug])).out).toBe('t00002 is active\n');
  });
  test('list for people and for spreadsheets', async () => {
    const table = await tenant(['list']);
    const csv = await tenant(['list', '--format', 'csv']);
    expect(table.out.split('\n')[1]).toMatch(/^t00001 {2}Tenant 1 +active {2}row/);
    expect(csv.out.split('\r\n')[0]).toBe('slug,name,status,placement,id,owner,created,domains');
  });
});

describe('in this order, a tenant with its owner', () => {
  const owner = ['--owner-email', 'ada@cli.test'];
  test('is made with a password that is shown once', async () => {
    const { code, out } = await tenant(['create', '--slug', 'acme', '--name', 'ACME', ...owner]);
    expect(out).toMatch(/^ACME is at http:\/\/acme\.localhost:\d+\n/);
    expect(out).toMatch(/\/admin\npassword, shown this once: [\w-]{16}\n$/);
    expect(code).toBe(0);
  });
  test('a second one for the same person leaves the password alone', async () => {
    const args = ['createtenant', '--slug', 'globex', '--name', 'Globex', ...owner, '--json'];
    const { out } = await tenant([...args, '--owner-password', 'another password']);
    const made = JSON.parse(out);
    expect(made).toMatchObject({ slug: 'globex', owner: { email: 'ada@cli.test', isNew: false } });
    expect(made).not.toHaveProperty('password');
    expect(made.notice).toContain('was not used');
  });
  test('is shown', async () => {
    const { out } = await tenant(['show', '--tenant', 'acme']);
    expect(out).toMatch(/^slug {7}acme\nname {7}ACME\nstatus {5}active\n/);
    const asJson = JSON.parse((await tenant(['show', '--tenant', 'acme', '--json'])).out);
    expect(asJson).toMatchObject({ slug: 'acme', members: 1, domains: [], suspended: null });
  });
  test('a superuser is made, and again without a word about the password', async () => {
    const args = ['create-superuser', '--email', 'Root@cli.test', '--no-input'];
    expect((await tenant(args)).out).toMatch(
      /^root@cli\.test is a superuser\npassword, shown this once: [\w-]{16}\n$/,
    );
    expect((await tenant(args)).out).toContain('the password stays as it is');
    const ada = ['createsuperuser', '--email', 'ada@cli.test', '--password', 'yet another one'];
    expect((await tenant(ada)).out).toContain('ada@cli.test had an account already');
  });
});

describe('asked in a wrong way: exit code 2, and how it is done', () => {
  test.each([
    [['nonsense'], "unknown command 'nonsense'"],
    [['list', '--status', 'happy'], 'Allowed choices are active, suspended, maintenance, deleted'],
    [['list', '--format', 'xml'], 'Allowed choices are table, json, csv'],
    [['create', '--placement', 'moon'], 'Allowed choices are row'],
    [['show'], "required option '--tenant <slug>'"],
    [['suspend'], "required option '--tenant <slug>'"],
    [['seed', '--tenants', 'many'], 'Expected a number from 1'],
  ])('%j', async (args, message) => {
    const { code, err } = await tenant(args);
    expect(err).toContain(message);
    expect(code).toBe(2);
  });
  test('help is no mistake', async () => {
    expect(await tenant(['--help'])).toMatchObject({ code: 0, err: '' });
    expect((await tenant(['list', '--help'])).out).toContain('--status <status>');
  });
});

describe('what fails: exit code 1, one line, no trace', () => {
  const nowhere = 'postgres://tenantry_owner:hunter2@127.0.0.1:1/x';
  test.each<[string[], Addresses, string]>([
    [['suspend', '--tenant', 'nobody'], {}, 'There is no tenant "nobody".'],
    [['show', '--tenant', 'nobody'], {}, 'There is no tenant "nobody".'],
    [['create', '--name', 'X', '--no-input'], {}, '--slug is missing: name in addresses'],
    [
      ['create', '--slug', 'api', '--name', 'X', '--owner-email', 'x'],
      {},
      '--slug: “api” is kept for the platform.\n--owner-email: Enter an email address',
    ],
    [
      ['create', '--slug', 'acme', '--name', 'X', '--owner-email', 'x@cli.test'],
      {},
      '--slug: Another tenant has this address.',
    ],
    [['create-superuser', '--email', 'x'], {}, '--email: Enter an email address'],
    [
      ['create-superuser', '--email', 'x@cli.test', '--password', 'short'],
      {},
      '--password: Use at least 12 characters.',
    ],
    [['seed'], {}, 'Say what to seed: --demo, or --tenants N.'],
    [
      ['list'],
      { DATABASE_URL: undefined, DATABASE_OWNER_URL: undefined },
      'No database: DATABASE_URL and',
    ],
    [['list'], { DATABASE_OWNER_URL: undefined }, 'DATABASE_OWNER_URL is missing'],
    [['migrate'], { DATABASE_OWNER_URL: nowhere }, 'ECONNREFUSED'],
  ])('%j %j', async (args, changed, message) => {
    const { code, err } = await tenant(args, changed);
    expect(err).toContain(message);
    expect(err).not.toMatch(/hunter2|node_modules/);
    expect(code).toBe(1);
  });
});

describe('as a process of its own', () => {
  test('it tells by its exit code, and reads the environment', async () => {
    const DATABASE_OWNER_URL = database.ownerUrl;
    const [done, malformed, wrong] = await Promise.all([
      tenantProcess(['list', '--status', 'deleted'], { DATABASE_OWNER_URL }),
      tenantProcess(['list'], { PORT: 'x' }),
      tenantProcess(['nonsense'], {}),
    ]);
    expect(done).toEqual({ code: 0, out: 'none\n', err: '' });
    expect(malformed.err).toContain('PORT: expected');
    expect([malformed.code, wrong.code]).toEqual([1, 2]);
  });
});
