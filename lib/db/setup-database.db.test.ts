import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ScratchServer, startScratchServer } from '../testing/scratch-server';
import { createAppClient } from './client';
import { migrateDatabase } from './migrate';
import { setUpDatabase } from './setup-database';

// Roles belong to the server, so this file has one of its own.
let server: ScratchServer;
let admin: postgres.Sql;
beforeAll(async () => {
  server = await startScratchServer();
  admin = postgres(server.adminUrl(), { max: 1, onnotice: () => {} });
});
afterAll(async () => {
  await admin.end();
  await server.stop();
});

const passwords = { ownerPassword: 'own', appPassword: 'app' };
const userOf = async (url: string) => {
  const sql = postgres(url, { max: 1 });
  const [row] = await sql`select current_user as name`;
  await sql.end();
  return row?.name;
};

describe('in this order, on an empty server', () => {
  test('the first run makes roles with passwords of its own, and both can sign in', async () => {
    const made = await setUpDatabase({ adminUrl: server.adminUrl(), database: 'first' });
    expect(await userOf(made.DATABASE_URL)).toBe('tenantry_app');
    expect(await userOf(made.DATABASE_OWNER_URL)).toBe('tenantry_owner');
    expect(new URL(made.DATABASE_URL).password).toMatch(/^[0-9a-f]{48}$/);
  });

  test('a second run without the password says which variable wants it', async () => {
    const adminUrl = server.adminUrl();
    const again = (given: object) => setUpDatabase({ adminUrl, database: 'first', ...given });
    await expect(again({})).rejects.toThrow(
      'The role tenantry_owner exists already. Give its password in TENANTRY_OWNER_PASSWORD.',
    );
    await expect(again({ ownerPassword: 'own' })).rejects.toThrow('TENANTRY_APP_PASSWORD');
  });

  test('repeated with the passwords it changes nothing and loses no rows', async () => {
    const options = { adminUrl: server.adminUrl(), database: 'first', ...passwords };
    const { DATABASE_OWNER_URL } = await setUpDatabase(options);
    expect(await migrateDatabase(DATABASE_OWNER_URL)).not.toEqual([]);
    const again = await setUpDatabase(options);
    expect(again.DATABASE_OWNER_URL).toBe(DATABASE_OWNER_URL);
    expect(await migrateDatabase(DATABASE_OWNER_URL)).toEqual([]);
  });

  test('roles are shared by several databases of a server', async () => {
    const options = { adminUrl: server.adminUrl(), database: 'second', ...passwords };
    const { DATABASE_URL } = await setUpDatabase(options);
    expect(new URL(DATABASE_URL).pathname).toBe('/second');
    expect(await userOf(DATABASE_URL)).toBe('tenantry_app');
  });

  test.each(['it\'s \\ "quoted"', 'p@ss:w/o?r#d&=+', '100%25 %', 'pässwörd 密码', ' $1 $$ '])(
    'a password with special characters works: %s',
    async (password) => {
      const options = { adminUrl: server.adminUrl(), database: 'first' };
      const given = { ownerPassword: password, appPassword: password };
      const { DATABASE_URL, DATABASE_OWNER_URL } = await setUpDatabase({ ...options, ...given });
      await enforcePasswords();
      expect(await userOf(DATABASE_URL)).toBe('tenantry_app');
      expect(await userOf(DATABASE_OWNER_URL)).toBe('tenantry_owner');
    },
  );

  test.each(['Odd "name"', 'a/b', '', 'ü', 'x'.repeat(64)])(
    'a database name that an address cannot carry is refused before anything is made: %s',
    async (database) => {
      const made = setUpDatabase({ adminUrl: server.adminUrl(), database, ...passwords });
      await expect(made).rejects.toThrow('is no name for the database');
    },
  );

  test('the application has no right of the console until it takes its role on', async () => {
    const [row] = await admin`
      select rolcanlogin, rolbypassrls, pg_has_role('tenantry_app', oid, 'member') as member,
        pg_has_role('tenantry_app', oid, 'usage') as inherits
      from pg_roles where rolname = 'tenantry_console'`;
    const none = { rolcanlogin: false, rolbypassrls: false, inherits: false };
    expect(row).toEqual({ ...none, member: true });
  });

  test('a console of before whose rights were inherited is put right', async () => {
    await admin`alter role tenantry_app inherit`;
    await admin`grant tenantry_console to tenantry_app with inherit true`;
    await setUpDatabase({ adminUrl: server.adminUrl(), database: 'first', ...passwords });
    const [row] = await admin`
      select rolinherit, pg_has_role('tenantry_app', 'tenantry_console', 'usage') as inherits
      from pg_roles where rolname = 'tenantry_app'`;
    expect(row).toEqual({ rolinherit: false, inherits: false });
  });

  test('the application role is fit to serve', async () => {
    const options = { adminUrl: server.adminUrl(), database: 'first', ...passwords };
    const client = createAppClient((await setUpDatabase(options)).DATABASE_URL, { max: 1 });
    await expect(client.verified()).resolves.toBeUndefined();
    await client.end();
  });
});

describe('with an admin that is no superuser, as managed servers have', () => {
  test('it works from nothing, and again', async () => {
    await forgetRoles();
    await admin.unsafe("create role managed login createrole createdb password 'managed'");
    const adminUrl = new URL(server.adminUrl());
    adminUrl.username = 'managed';
    adminUrl.password = 'managed';
    const options = { adminUrl: adminUrl.toString(), database: 'managed', ...passwords };
    const { DATABASE_OWNER_URL } = await setUpDatabase(options);
    expect(await migrateDatabase(DATABASE_OWNER_URL)).not.toEqual([]);
    await expect(setUpDatabase(options)).resolves.toHaveProperty('DATABASE_URL');
  });
});

/** Whether a trusting server would let a wrong password pass: then these tests would prove nothing. */
async function enforcePasswords(): Promise<void> {
  const wrong = new URL(server.adminUrl('first'));
  wrong.username = 'tenantry_app';
  wrong.password = 'wrong';
  await expect(userOf(wrong.toString())).rejects.toMatchObject({ code: '28P01' });
}

async function forgetRoles(): Promise<void> {
  const rows = await admin`
    select datname from pg_database where pg_get_userbyid(datdba) = 'tenantry_owner'`;
  for (const { datname } of rows) await admin`drop database ${admin(datname)} with (force)`;
  await admin.unsafe('drop role tenantry_app, tenantry_owner, tenantry_console, tenantry_search');
}
