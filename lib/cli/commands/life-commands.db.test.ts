import { tmpdir } from 'node:os';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { openOwnerClient } from '../../db/owner-client';
import { env } from '../../env';
import { type TestDatabase, testDatabase } from '../../testing/database';
import { makeTenant } from '../../testing/make-tenant';
import { runCli } from '../run-cli';

let database: TestDatabase;
let acmeId: string;
beforeAll(async () => {
  database = await testDatabase();
  const { appUrl: DATABASE_URL, ownerUrl: DATABASE_OWNER_URL } = database;
  const DATA_DIR = `${tmpdir()}/tenantry-no-such-folder`;
  Object.assign(env(), { DATABASE_URL, DATABASE_OWNER_URL, DATA_DIR });
  const owner = openOwnerClient(database.ownerUrl);
  acmeId = (await makeTenant(owner, 'acme')).id;
  await makeTenant(owner, 'globex');
  await owner.end();
});
afterAll(() => database.drop());

async function tenant(...args: string[]) {
  const spies = [process.stdout, process.stderr].map((stream) =>
    vi.spyOn(stream, 'write').mockReturnValue(true),
  );
  const code = await runCli(args);
  const [out, err] = spies.map((spy) => spy.mock.calls.map(([part]) => String(part)).join(''));
  vi.restoreAllMocks();
  return { code, out, err };
}

describe('in this order, acme', () => {
  test('is closed, and a link is shown that opens it', async () => {
    const { out } = await tenant('maintenance', '--tenant', 'acme', '--message', 'Moving.');
    expect(out).toMatch(
      /^acme is closed for maintenance\nthis link opens it, shown this once: http/,
    );
    const { out: list } = await tenant('list', '--status', 'maintenance', '--json');
    expect(JSON.parse(list ?? '')).toMatchObject([{ slug: 'acme' }]);
    await tenant('activate', '--tenant', 'acme');
  });
  test('is renamed', async () => {
    const { out } = await tenant('rename', '--tenant', 'acme', '--to', 'acme-two');
    expect(out).toBe('acme is acme-two from now on\n');
    const { err, code } = await tenant('rename', '--tenant', 'acme-two', '--to', 'globex');
    expect([err, code]).toEqual(['error: --slug: Another tenant has this address.\n', 1]);
  });
  test('is not deleted unless somebody means it', async () => {
    const asked = ['delete', '--tenant', 'acme-two', '--no-input'];
    expect((await tenant(...asked)).err).toContain('--reason is missing');
    expect((await tenant(...asked, '--reason', 'x')).err).toContain('--yes is missing');
    expect((await tenant('show', '--tenant', 'acme-two')).out).toContain('active');
  });
  test('is deleted', async () => {
    const given = ['--tenant', 'acme-two', '--reason', 'a test', '--yes', '--json'];
    const { out } = await tenant('delete', ...given);
    expect(JSON.parse(out ?? '')).toMatchObject({ id: acmeId, slug: 'acme-two', people: 0 });
    expect((await tenant('show', '--tenant', 'acme-two')).err).toContain('There is no tenant');
  });
  test('is not destroyed before its time', async () => {
    const { code, err } = await tenant('purge', '--tenant', 'acme-two', '--yes');
    expect([code, err]).toEqual([
      1,
      'error: Its time is not up yet. Add --now to destroy it all the same.\n',
    ]);
  });
  test('comes back under another name', async () => {
    const { out } = await tenant('restore', '--tenant', 'acme-two', '--slug', 'acme');
    expect(out).toBe('acme is back, with 1 people\n');
    expect((await tenant('restore', '--tenant', 'acme')).err).toContain('no deleted tenant');
  });
  test('is deleted again and destroyed for good', async () => {
    await tenant('delete', '--tenant', acmeId, '--reason', 'a test', '--yes');
    const { out } = await tenant('purge', '--tenant', 'acme', '--now', '--yes', '--json');
    expect(JSON.parse(out ?? '')).toEqual({ id: acmeId, rows: expect.any(Number) });
    // No worker has run: what was done last is in the log all the same.
    const owner = openOwnerClient(database.ownerUrl);
    const log = await owner`select type from platform.audit_log where tenant_id = ${acmeId}`;
    await owner.end();
    expect(log.filter(({ type }) => type === 'tenant.deleted')).toHaveLength(2);
    expect((await tenant('restore', '--tenant', acmeId)).err).toContain('no deleted tenant');
  });
});

test('a name that several deleted tenants had is asked about', async () => {
  const owner = openOwnerClient(database.ownerUrl);
  for (const _ of [1, 2]) {
    await owner`delete from platform.users where email = 'twice@example.com'`.catch(() => {});
    await tenant(
      'create',
      '--slug',
      'twice',
      '--name',
      'Twice',
      '--owner-email',
      'twice@example.com',
    );
    await tenant('delete', '--tenant', 'twice', '--reason', 'a test', '--yes');
  }
  await owner.end();
  const { err } = await tenant('restore', '--tenant', 'twice');
  expect(err).toMatch(
    /Several deleted tenants were called "twice"\. Give an id:\n[\da-f-]{36}, deleted 2/,
  );
});
