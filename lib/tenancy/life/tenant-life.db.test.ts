import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { consoleDb } from '../../db/console-db';
import { openOwnerDb } from '../../db/owner-db';
import type { PlatformDb } from '../../db/platform-tx';
import { env } from '../../env';
import { type ConsoleTrial, consoleTrial } from '../../testing/console-trial';
import { findTenantId } from '../find-tenant-id';
import { findTenant } from '../get-tenant';
import { type Provisioned, provisionTenant } from '../provisioning/provision-tenant';
import { deleteTenant } from './delete-tenant';
import { restoreTenant } from './restore-tenant';

let trial: ConsoleTrial;
let byConsole: PlatformDb;
let byCli: ReturnType<typeof openOwnerDb>;
beforeAll(async () => {
  trial = await consoleTrial();
  byConsole = consoleDb(await trial.openSession(trial.root), trial.client);
  byCli = openOwnerDb(trial.database.ownerUrl);
});
afterAll(async () => {
  await byCli.end();
  await trial.end();
});

const reason = 'asked for by mail';
const systemUser = '00000000-0000-4000-8000-000000000000';
const provision = (slug: string, more = {}): Promise<Provisioned> =>
  provisionTenant(
    byConsole,
    { slug, name: slug, ownerEmail: `${slug}@owner.test`, ...more },
    { hashPassword: async () => 'no hash' },
  );
const idOf = (slug: string) => findTenantId({ kind: 'slug', slug }, trial.client);
const idOfDomain = (hostname: string) => findTenantId({ kind: 'domain', hostname }, trial.client);
const rowOf = async (id: string) => {
  const [row] = await trial.owner`select * from platform.tenants where id = ${id}`;
  return row ?? {};
};
const peopleOf = (id: string) => trial.owner`
  select m.email, m.role, m.is_superuser from platform.memberships m where tenant_id = ${id} order by 1`;
const eventOf = async (id: string, type: string) => {
  const [row] = await trial.owner`
    select payload, cache_tags from platform.events where tenant_id = ${id} and type = ${type}`;
  return row ?? {};
};

let n = 0;
let slug: string;
let made: Provisioned;
let id: string;
beforeEach(async () => {
  n += 1;
  slug = `site-${n}`;
  made = await provision(slug, {
    domain: `www.${slug}.test`,
    domainExtraData: { isPrimary: true },
  });
  id = made.tenant.id;
  const ada = await trial.addPerson(`ada-${n}`, false);
  const gone = await trial.addPerson(`gone-${n}`, false);
  for (const userId of [ada, gone]) {
    await trial.owner`
      insert into platform.memberships (tenant_id, user_id, role, is_staff)
      values (${id}, ${userId}, 'editor', true)`;
  }
  await trial.owner`
    insert into posts (tenant_id, slug, title, author_id)
    select ${id}, 'hello', 'Hello', id from authors where tenant_id = ${id}`;
});

describe.each<[string, () => PlatformDb]>([
  ['the console', () => byConsole],
  ['the command line', () => byCli],
])('deleted by %s', (_, db) => {
  test('a tenant is gone from its hosts, its names are free, nothing of it is lost', async () => {
    const session = await trial.openSession(made.owner.id, { tenant_id: id });
    const deleted = await deleteTenant(db(), id, { reason });
    const row = await rowOf(id);
    const stamp = Math.floor(row.deleted_at.getTime() / 1000);
    const mark = `${made.owner.id}-${stamp}-`;
    expect(deleted).toMatchObject({ slug, deletedSlug: mark + slug, people: 3 });
    expect(row).toMatchObject({ status: 'deleted', slug: mark + slug, owner_id: systemUser });
    const days = (row.purge_at - row.deleted_at) / 86_400_000;
    expect(days).toBe(env().TENANT_GRACE_DAYS);
    const [domain] = await trial.owner`
      select hostname, verified_at, is_primary from platform.domains where tenant_id = ${id}`;
    expect(domain).toEqual({
      ...{ hostname: `${mark}www.${slug}.test`, verified_at: null, is_primary: false },
    });
    expect(await Promise.all([idOf(slug), idOfDomain(`www.${slug}.test`)])).toEqual([null, null]);
    expect(await findTenant(id, trial.client)).toBeNull();
    expect(await peopleOf(id)).toEqual([]);
    const [revoked] = await trial.owner`
      select revoked_at is not null as is_over from platform.sessions where id = ${session}`;
    expect(revoked?.is_over).toBe(true);
    const posts = await trial.owner`select slug from posts where tenant_id = ${id}`;
    expect(posts).toEqual([{ slug: 'hello' }]);
    const event = await eventOf(id, 'tenant.deleted');
    expect(event.payload).toMatchObject({ slug, reason, people: 3 });
    expect(event.cache_tags).toEqual(
      expect.arrayContaining([`t:${id}`, `host:${slug}`, `host:www.${slug}.test`]),
    );
  });

  test('it comes back with its people and its address; its domain has to be proved again', async () => {
    await deleteTenant(db(), id, { reason });
    await trial.owner`update platform.users set is_active = false where name = ${`gone-${n}`}`;
    const restored = await restoreTenant(db(), id);
    expect(restored).toMatchObject({ slug, people: 2, missing: 1, domains: [`www.${slug}.test`] });
    expect(await idOf(slug)).toBe(id);
    expect(await idOfDomain(`www.${slug}.test`)).toBeNull();
    expect(await peopleOf(id)).toEqual([
      { email: `ada-${n}@console.test`, role: 'editor', is_superuser: false },
      { email: `${slug}@owner.test`, role: 'owner', is_superuser: true },
    ]);
    const row = await rowOf(id);
    expect(row).toMatchObject({ status: 'active', owner_id: made.owner.id, before_deletion: null });
    expect([row.deleted_at, row.purge_at]).toEqual([null, null]);
    expect((await eventOf(id, 'tenant.restored')).payload).toMatchObject({ slug, missing: 1 });
  });

  test('once more it is refused, and so is a restore of what lives', async () => {
    await expect(restoreTenant(db(), id)).rejects.toThrow('no such deleted tenant');
    await deleteTenant(db(), id, { reason });
    await expect(deleteTenant(db(), id, { reason })).rejects.toThrow('deleted already');
  });
});

test('acme is deleted, a new acme is made, both exist, the old one comes back under another name', async () => {
  await deleteTenant(byConsole, id, { reason });
  const again = await provision(slug, { domain: `www.${slug}.test` });
  const rows = await trial.owner`
    select id, status from platform.tenants where slug like ${`%${slug}`} order by created_at`;
  expect(rows).toEqual([
    { id, status: 'deleted' },
    { id: again.tenant.id, status: 'active' },
  ]);
  const taken = await restoreTenant(byConsole, id).catch((error) => error);
  expect([taken.name, Object.keys(taken.fields)]).toEqual(['ExistsError', ['slug']]);
  expect((await rowOf(id)).status).toBe('deleted');
  await restoreTenant(byConsole, id, { slug: `${slug}-old` });
  expect(await Promise.all([idOf(slug), idOf(`${slug}-old`)])).toEqual([again.tenant.id, id]);
  // What was its domain is the new one's, and only a claim of the old one.
  expect(await idOfDomain(`www.${slug}.test`)).toBe(again.tenant.id);
  const posts = await trial.owner`select tenant_id from posts where tenant_id = ${id}`;
  expect(posts).toHaveLength(1);
});

test('the same name can be deleted many times by one owner, within a second too', async () => {
  await deleteTenant(byConsole, id, { reason });
  for (const _ of [1, 2]) {
    const next = await provision(slug);
    await deleteTenant(byConsole, next.tenant.id, { reason });
  }
  const rows = await trial.owner`
    select slug from platform.tenants where before_deletion ->> 'slug' = ${slug}`;
  expect(new Set(rows.map((row) => row.slug)).size).toBe(3);
});

test('a suspended tenant comes back suspended', async () => {
  await trial.owner`update platform.tenants set status = 'suspended' where id = ${id}`;
  await deleteTenant(byConsole, id, { reason });
  await restoreTenant(byConsole, id);
  expect((await rowOf(id)).status).toBe('suspended');
});

test('whose owner has left needs another one', async () => {
  await deleteTenant(byConsole, id, { reason });
  await trial.owner`update platform.users set is_active = false where id = ${made.owner.id}`;
  const refused = await restoreTenant(byConsole, id).catch((error) => error);
  expect(Object.keys(refused.fields)).toEqual(['ownerEmail']);
  const nobody = await restoreTenant(byConsole, id, { ownerEmail: 'no@body.test' }).catch((e) => e);
  expect(nobody.fields.ownerEmail[0]).toContain('Nobody has an account');
  await restoreTenant(byConsole, id, { ownerEmail: `ADA-${n}@console.test` });
  expect(await peopleOf(id)).toMatchObject([
    { email: `ada-${n}@console.test`, role: 'owner', is_superuser: true },
    { email: `gone-${n}@console.test`, role: 'editor' },
  ]);
});

test('without a reason nothing is deleted', async () => {
  const refused = await deleteTenant(byConsole, id, { reason: ' ' }).catch((error) => error);
  expect(refused.fields.reason[0]).toContain('Say why');
  expect((await rowOf(id)).status).toBe('active');
});

test('two operators at once: one deletes it, the other is told', async () => {
  const outcomes = await Promise.allSettled([
    deleteTenant(byConsole, id, { reason }),
    deleteTenant(byCli, id, { reason }),
  ]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  const [row] = await trial.owner`
    select count(*)::int as n from platform.events where tenant_id = ${id} and type = 'tenant.deleted'`;
  expect(row?.n).toBe(1);
});
