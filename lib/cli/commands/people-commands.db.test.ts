import type { Sql } from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openOwnerClient } from '../../db/owner-client';
import { type CliTrial, cliTrial } from '../../testing/cli-trial';

let trial: CliTrial;
let owner: Sql;
beforeAll(async () => {
  trial = await cliTrial();
  owner = openOwnerClient(trial.database.ownerUrl);
});
afterAll(async () => {
  await owner.end();
  await trial.end();
});
const tenant = (...args: string[]) => trial.run(args);

describe('the root host', () => {
  const create = ['create_public_tenant', '--domain_url=localhost', '--owner_email=root@cli.test'];
  test('gets its superuser, once', async () => {
    const first = await tenant(...create, '--no-input');
    expect(first.out).toMatch(
      /^the platform is at http:\/\/localhost:\d+\nroot@cli\.test is a superuser and signs in at .*\/admin\npassword, shown this once: [\w-]{16}\n$/,
    );
    const again = await tenant(...create, '--json');
    expect(JSON.parse(again.out)).toMatchObject({ email: 'root@cli.test', isNew: false });
    expect(JSON.parse(again.out)).not.toHaveProperty('password');
    const types = await owner`select type from platform.events order by id`;
    expect(types.map(({ type }) => type)).toEqual(['user.created']);
  });
  test('is where ROOT_DOMAIN says', async () => {
    const elsewhere = ['create-public', '--domain-url', 'example.org', '--owner-email', 'x@y.test'];
    expect((await tenant(...elsewhere)).err).toContain('not at example.org. Set ROOT_DOMAIN');
  });
});

describe('a superuser of one tenant', () => {
  const ada = ['--owner-email', 'ada@cli.test'];
  test('is somebody new, with a password shown once', async () => {
    await tenant('create', '--slug', 'acme', '--name', 'ACME', ...ada);
    const made = await tenant(
      'createtenantsuperuser',
      '--tenant-id',
      'acme',
      '--email',
      'e@x.test',
    );
    expect(made.out).toMatch(
      /^e@x\.test may do everything in acme, at .*acme.*\/admin\npassword, shown this once: [\w-]{16}\n$/,
    );
    expect(await membership('e@x.test')).toEqual({ role: 'admin', staff: true, superuser: true });
  });
  test('or somebody who is there already, in their role', async () => {
    await owner`
      update platform.memberships set role = 'editor', is_superuser = false, is_staff = false
      where email = 'e@x.test'`;
    const args = ['create-tenant-superuser', '--tenant', 'acme', '--email', 'E@x.test', '--json'];
    expect(JSON.parse((await tenant(...args)).out)).toMatchObject({ isNew: false });
    expect(await membership('e@x.test')).toEqual({ role: 'editor', staff: true, superuser: true });
    const count = () => owner`select from platform.events where type = 'member.updated'`;
    expect((await count()).count).toBe(1);
    await tenant(...args);
    expect((await count()).count).toBe(1);
  });
  test.each([
    [['--tenant', 'nobody', '--email', 'e@x.test'], 'There is no tenant "nobody".'],
    [['--tenant', 'acme', '--email', 'e'], '--email: Enter an email address'],
    [['--tenant', 'acme', '--email', 'f@x.test', '--password', 'x'], '--password: Use at least 12'],
    [['--tenant', 'acme', '--no-input'], '--email is missing'],
  ])('%j is refused', async (args, message) => {
    const { code, err } = await tenant('create-tenant-superuser', ...args);
    expect(err).toContain(message);
    expect(code).toBe(1);
  });
});

test('a tenant is given to another owner', async () => {
  const args = ['transfer_ownership', '--tenant_id', 'acme', '--to-email', 'e@x.test'];
  expect((await tenant(...args)).out).toBe('acme belongs to e (e@x.test)\nada is in it no more\n');
  const back = ['transfer', '--tenant', 'acme', '--to-email', 'ada@cli.test', '--remove'];
  expect((await tenant(...back)).out).toContain('e is in it no more');
  const same = await tenant(...back);
  expect([same.code, same.err]).toEqual([1, 'error: --to-email: They own it already.\n']);
});

async function membership(email: string) {
  const [row] = await owner`
    select m.role, m.is_staff as staff, m.is_superuser as superuser from platform.memberships m
    join platform.users u on u.id = m.user_id where u.email = ${email}`;
  return row;
}
