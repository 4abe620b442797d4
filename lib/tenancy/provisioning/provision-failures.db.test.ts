import postgres, { type Sql } from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AppClient, createAppClient } from '../../db/client';
import { consoleDb } from '../../db/console-db';
import { openOwnerClient } from '../../db/owner-client';
import type { PlatformDb } from '../../db/platform-tx';
import { InactiveError, SchemaError } from '../../errors';
import { type TestDatabase, testDatabase } from '../../testing/database';
import type { Provision, ProvisionInput, ProvisionStep } from './provision';
import { provisionSteps } from './provision-steps';
import { provisionTenant } from './provision-tenant';

let database: TestDatabase;
let owner: Sql;
let admin: Sql;
let client: AppClient;
let db: PlatformDb;
beforeAll(async () => {
  database = await testDatabase();
  owner = openOwnerClient(database.ownerUrl);
  admin = postgres(database.adminUrl, { max: 1 });
  client = createAppClient(database.appUrl, { max: 2 });
  const [session] = await owner`
    with root as (
      insert into platform.users (email, name, is_superuser) values ('root@x.test', 'Root', true)
      returning id)
    insert into platform.sessions (user_id, expires_at)
    select id, now() + interval '1 hour' from root returning id`;
  db = consoleDb(session?.id, client);
});
afterAll(async () => {
  await Promise.all([owner.end(), admin.end(), client.end()]);
  await database.drop();
});

const hashPassword = async () => 'no hash';
const input: ProvisionInput = {
  slug: 'acme',
  name: 'ACME',
  ownerEmail: 'ada@acme.test',
  domain: 'acme.test',
};
const provision = (more: Partial<ProvisionInput> = {}, steps?: ProvisionStep[]) =>
  provisionTenant(db, { ...input, ...more }, { hashPassword, steps });

/** Every table of the platform and of tenants with rows in it. */
async function rows() {
  const tables = await owner`
    select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and n.nspname in ('platform', 'pool') order by 1`;
  const counted = await Promise.all(
    tables.map(async ({ name }) => {
      const [row] = await owner.unsafe(`select count(*)::int as n from ${name}`);
      return [name, row?.n];
    }),
  );
  return Object.fromEntries(counted);
}

const names = provisionSteps.map(({ name }) => name);

/** Where room was made for tenants, outside of the database's transactions. A fake for the tests. */
const roomOutside = new Set<string>();
const withRoomOutside = provisionSteps.map((step) =>
  step.name !== 'placement'
    ? step
    : {
        ...step,
        run: async ({ tenantId }: Provision) => void roomOutside.add(tenantId),
        undo: async ({ tenantId }: Provision) => void roomOutside.delete(tenantId),
      },
);

describe.each(names)('a provision that dies after “%s”', (name) => {
  const dyingBy = (die: (state: Provision) => Promise<unknown>) =>
    withRoomOutside.map((step) =>
      step.name !== name
        ? step
        : {
            ...step,
            run: async (state: Provision) => {
              await step.run(state);
              await die(state);
            },
          },
    );
  test('by a fault leaves nothing, inside the database or outside', async () => {
    const before = await rows();
    const fault = new Error('no room');
    const steps = dyingBy(() => Promise.reject(fault));
    await expect(provision({}, steps)).rejects.toBe(fault);
    expect(await rows()).toEqual(before);
    expect(roomOutside.size).toBe(0);
  });
  test('by its connection leaves nothing either', async () => {
    const before = await rows();
    const steps = dyingBy(
      () => admin`
        select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and usename = 'tenantry_app'
          and state like 'idle in transaction%'`,
    );
    await expect(provision({}, steps)).rejects.toThrow();
    expect(await rows()).toEqual(before);
    expect(roomOutside.size).toBe(0);
  });
});

test('what COMMIT refuses is taken back outside too', async () => {
  await owner.unsafe(`
    create function platform.refuse() returns trigger language plpgsql as $$
      begin raise exception 'refused at the end'; end $$;
    create constraint trigger refuse after insert on platform.tenants
      deferrable initially deferred for each row execute function platform.refuse()`);
  await expect(provision({}, withRoomOutside)).rejects.toThrow('refused at the end');
  expect(roomOutside.size).toBe(0);
  await owner`drop function platform.refuse cascade`;
});

test('after all of them the same one succeeds, and once more is refused by what is taken', async () => {
  const { tenant, owner: person } = await provision();
  const again = await provision().catch((error) => error);
  expect(again).toMatchObject({ name: 'ExistsError', code: 'conflict' });
  expect(Object.keys(again.fields)).toEqual(['slug']);
  const elsewhere = await provision({ slug: 'acme-two' }).catch((error) => error);
  expect([elsewhere.name, Object.keys(elsewhere.fields)]).toEqual(['ExistsError', ['domain']]);
  const kept = await owner`select id, owner_id from platform.tenants`;
  expect(kept).toEqual([{ id: tenant.id, owner_id: person.id }]);
});

test('a made tenant whose COMMIT was not heard of counts as made', async () => {
  let isLost = false;
  const deaf: typeof db = {
    ...db,
    write: async (fn) => {
      const result = await db.write(fn);
      isLost = true;
      throw Object.assign(new Error('connection lost'), { result });
    },
  };
  const made = await provisionTenant(
    deaf,
    { ...input, slug: 'deaf', domain: undefined },
    { hashPassword, steps: withRoomOutside },
  );
  expect([isLost, made.tenant.slug]).toEqual([true, 'deaf']);
  expect(roomOutside).toContain(made.tenant.id);
});

test('what a tenant is given is in its rows', async () => {
  const { tenant } = await provision({
    ...{ slug: 'given', domain: 'given.test', domainExtraData: { isPrimary: true } },
    ...{ isStaff: true, isSuperuser: false, tenantType: 'school', content: 'none' },
    tenantExtraData: { plan: 'pro', type: 'hidden by tenantType' },
  });
  const [row] = await owner`
    select t.metadata, t.placement, t.schema_name, d.is_primary, m.is_staff, m.is_superuser
    from platform.tenants t join platform.domains d on d.tenant_id = t.id
    join platform.memberships m on m.tenant_id = t.id where t.id = ${tenant.id}`;
  expect(row).toEqual({
    ...{ metadata: { plan: 'pro', type: 'school' }, placement: 'row', schema_name: 'pool' },
    ...{ is_primary: true, is_staff: true, is_superuser: false },
  });
});

test.each<[Partial<ProvisionInput>, string]>([
  [{ placement: 'moon' }, 'placement'],
  [{ placement: 'constructor' }, 'placement'],
  [{ schemaName: 'acme' }, 'schemaName'],
])('%j is a placement that there is not', async (more, field) => {
  const error = await provision({ slug: 'nowhere', ...more }).catch((thrown) => thrown);
  expect(error).toBeInstanceOf(SchemaError);
  expect(Object.keys(error.fields)).toEqual([field]);
});

test.each<[Partial<ProvisionInput>, string]>([
  [{ tenantExtraData: [] as never }, 'tenantExtraData'],
  [{ tenantExtraData: { text: 'x'.repeat(20_000) } }, 'tenantExtraData'],
  [{ tenantExtraData: { text: 'a\0b' } }, 'tenantExtraData'],
  [{ tenantType: 'a b' }, 'tenantType'],
])('%j cannot be used', async (more, field) => {
  const error = await provision({ slug: 'odd', ...more }).catch((thrown) => thrown);
  expect([error.code, Object.keys(error.fields)]).toEqual(['bad_input', [field]]);
});

test('nobody whose account is deactivated becomes an owner', async () => {
  await owner`insert into platform.users (email, name, is_active) values ('gone@x.test', 'Gone', false)`;
  const error = await provision({ slug: 'gone', ownerEmail: 'gone@x.test' }).catch((e) => e);
  expect(error).toBeInstanceOf(InactiveError);
});
