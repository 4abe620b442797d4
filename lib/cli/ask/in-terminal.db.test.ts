import type { Sql } from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openOwnerClient } from '../../db/owner-client';
import { type TestDatabase, testDatabase } from '../../testing/database';
import { hasTerminal, tenantInTerminal } from '../../testing/terminal';

let database: TestDatabase;
let owner: Sql;
beforeAll(async () => {
  database = await testDatabase();
  owner = openOwnerClient(database.ownerUrl);
});
afterAll(async () => {
  await owner.end();
  await database.drop();
});

const inTerminal = (...args: string[]) =>
  tenantInTerminal(args, {
    DATABASE_URL: database.appUrl,
    DATABASE_OWNER_URL: database.ownerUrl,
  });

// script(1) gives the pseudo-terminal; where it is not, nobody can be asked either.
describe.skipIf(!hasTerminal)('in a terminal, in this order', { timeout: 60_000 }, () => {
  test('create asks for what is missing, says at once what is wrong, and hides the password', async () => {
    const person = inTerminal('createtenant');
    await person.sees('name in addresses, as in acme');
    person.type('Ac me');
    await person.sees('Use small letters, digits and hyphens');
    person.type('\u0015acme\r');
    await person.sees('what people call it');
    person.type('ACME Corporation\r');
    await person.sees('email of the owner');
    person.type('ada\r');
    await person.sees('Enter an email address');
    person.type('@terminal.test\r');
    await person.sees('password of the owner');
    person.type('a long password\r');
    await person.sees('a domain of its own');
    person.type('\r');
    await person.sees('ACME Corporation is at http://acme.localhost');
    expect(await person.ends()).toBe(0);
    expect(person.screen()).not.toContain('a long password');
    const [made] = await owner`
      select t.slug, t.name, u.email from platform.tenants t join platform.users u on u.id = t.owner_id`;
    expect(made).toEqual({ slug: 'acme', name: 'ACME Corporation', email: 'ada@terminal.test' });
  });

  test('Ctrl-C makes nothing', async () => {
    const person = inTerminal('create');
    await person.sees('name in addresses');
    person.type('globex\u0003');
    await person.sees('Nothing was done');
    expect(await person.ends()).toBe(1);
    expect((await owner`select from platform.tenants`).count).toBe(1);
  });

  test('--no-input asks nothing there either', async () => {
    const person = inTerminal('create', '--no-input');
    expect(await person.ends()).toBe(1);
    expect(person.screen()).toContain('--slug is missing');
  });

  test('delete wants the name typed, and takes no other', async () => {
    const person = inTerminal('delete', '--tenant', 'acme');
    await person.sees('why, for the audit log');
    person.type('They asked for it.\r');
    await person.sees('type acme to go on');
    person.type('globex\r');
    await person.sees('Nothing was done');
    expect(await person.ends()).toBe(1);
    expect((await owner`select from platform.tenants where status = 'active'`).count).toBe(1);
  });

  test('and deletes with it', async () => {
    const person = inTerminal('delete', '--tenant', 'acme', '--reason', 'They asked for it.');
    await person.sees('type acme to go on');
    person.type('acme\r');
    await person.sees('acme is deleted');
    expect(await person.ends()).toBe(0);
    expect((await owner`select from platform.tenants where status = 'deleted'`).count).toBe(1);
  });
});
