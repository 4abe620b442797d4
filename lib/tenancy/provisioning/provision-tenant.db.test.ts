import { randomUUID } from 'node:crypto';
import { verify } from '@node-rs/argon2';
import type { Sql } from 'postgres';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hashPassword } from '../../auth/hash-password';
import { type AppClient, createAppClient } from '../../db/client';
import { consoleDb } from '../../db/console-db';
import { openOwnerClient } from '../../db/owner-client';
import { openOwnerDb } from '../../db/owner-db';
import type { PlatformDb } from '../../db/platform-tx';
import { InvalidInput } from '../../errors';
import { type TestDatabase, testDatabase } from '../../testing/database';
import { findTenantId } from '../find-tenant-id';
import type { NewTenant } from './new-tenant';
import { provisionTenant } from './provision-tenant';

let database: TestDatabase;
let owner: Sql;
let client: AppClient;
let ownerDb: ReturnType<typeof openOwnerDb>;
let superuser: { id: string; name: string };
let byConsole: PlatformDb;
beforeAll(async () => {
  database = await testDatabase();
  owner = openOwnerClient(database.ownerUrl);
  ownerDb = openOwnerDb(database.ownerUrl);
  client = createAppClient(database.appUrl, { max: 4 });
  const [row] = await owner`
    insert into platform.users (email, name, is_superuser) values ('root@x.test', 'Root', true)
    returning id, name`;
  superuser = row as typeof superuser;
  const [session] = await owner`
    insert into platform.sessions (user_id, expires_at)
    values (${superuser.id}, now() + interval '1 hour') returning id`;
  byConsole = consoleDb(session?.id, client);
});
afterAll(async () => {
  await Promise.all([owner.end(), ownerDb.end(), client.end()]);
  await database.drop();
});

const password = 'a long password';
const planned = (slug: string, more: Partial<NewTenant> = {}): NewTenant => ({
  slug,
  name: slug.toUpperCase(),
  ownerEmail: `${slug}@owner.test`,
  ...more,
});
const make = (input: NewTenant, db: PlatformDb = byConsole) =>
  provisionTenant(db, input, { hashPassword, actor: superuser, requestId: 'request-1' });
const refusal = async (input: NewTenant) => {
  const error = await make(input).catch((thrown) => thrown);
  expect(error).toBeInstanceOf(InvalidInput);
  return error as InvalidInput;
};
const hashOf = async (email: string) => {
  const [row] = await owner`select password_hash from platform.users where email = ${email}`;
  return row?.password_hash as string;
};

describe.each<[string, () => PlatformDb]>([
  ['the console', () => byConsole],
  ['the CLI', () => ownerDb],
])('a tenant made by %s', (who, db) => {
  const slug = who === 'the CLI' ? 'by-cli' : 'by-console';
  test('has everything that its owner needs at once', async () => {
    const domain = `www.${slug}.test`;
    const input = planned(slug, { ownerName: 'Ada Lindgrén', ownerPassword: password, domain });
    const made = await make(input, db());
    expect(made).toEqual({
      tenant: {
        id: expect.any(String),
        slug,
        name: slug.toUpperCase(),
        origin: `http://${slug}.localhost:3000`,
      },
      domain: { hostname: domain },
      owner: {
        id: expect.any(String),
        email: `${slug}@owner.test`,
        name: 'Ada Lindgrén',
        isNew: true,
      },
    });
    expect(await verify(await hashOf(made.owner.email), password)).toBe(true);
    expect(await findTenantId({ kind: 'slug', slug }, client)).toBe(made.tenant.id);
    expect(await findTenantId({ kind: 'domain', hostname: domain }, client)).toBe(made.tenant.id);
    const [member] = await owner`
      select role, is_staff, is_superuser, name, email from platform.memberships
      where tenant_id = ${made.tenant.id} and user_id = ${made.owner.id}`;
    const rights = { role: 'owner', is_staff: true, is_superuser: true };
    expect(member).toEqual({ ...rights, name: 'Ada Lindgrén', email: made.owner.email });
    const [author] = await owner`
      select slug, name, user_id from authors where tenant_id = ${made.tenant.id}`;
    expect(author).toEqual({ slug: 'ada-lindgren', name: 'Ada Lindgrén', user_id: made.owner.id });
  });
  test('is told of, so that nothing cached says its hosts are nobody’s', async () => {
    const id = await findTenantId({ kind: 'slug', slug }, client);
    const rows = await owner`
      select tenant_id, type, actor_name, request_id, cache_tags from platform.events
      where tenant_id = ${id} or subject_id = (select owner_id from platform.tenants where id = ${id})
      order by id`;
    const by = { actor_name: 'Root', request_id: 'request-1' };
    const tags = [`t:${id}`, `host:${slug}`, `host:www.${slug}.test`];
    expect(rows).toEqual([
      { ...by, tenant_id: null, type: 'user.created', cache_tags: [] },
      { ...by, tenant_id: id, type: 'tenant.created', cache_tags: tags },
      { ...by, tenant_id: id, type: 'tenant.migrated', cache_tags: [] },
      { ...by, tenant_id: id, type: 'member.added', cache_tags: [] },
    ]);
    expect(JSON.stringify(await owner`select payload from platform.events`)).not.toContain(
      'assword',
    );
  });
});

describe('the owner’s password', () => {
  test('is made up for somebody new when none is given, and told once', async () => {
    const made = await make(planned('made-up'));
    expect(made.password).toMatch(/^[\w-]{16}$/);
    expect(made.owner.name).toBe('made-up');
    expect(await verify(await hashOf(made.owner.email), made.password ?? '')).toBe(true);
  });
  test.each([undefined, 'another password'])(
    'of somebody who has an account is never changed, given %s',
    async (ownerPassword) => {
      const before = await hashOf('made-up@owner.test');
      const slug = ownerPassword ? 'second' : 'third';
      const ownerEmail = ' Made-Up@owner.TEST ';
      const made = await make(planned(slug, { ownerEmail, ownerName: 'Mallory', ownerPassword }));
      expect(made.password).toBeUndefined();
      expect(made.owner).toMatchObject({ name: 'made-up', isNew: false });
      expect(made.notice).toContain('made-up@owner.test has an account already');
      expect(made.notice?.includes('was not used')).toBe(ownerPassword !== undefined);
      expect(await hashOf('made-up@owner.test')).toBe(before);
    },
  );
  test('of somebody whose account is deactivated opens nothing', async () => {
    await owner`
      insert into platform.users (email, name, is_active) values ('gone@owner.test', 'Gone', false)`;
    const error = await refusal(planned('fourth', { ownerEmail: 'gone@owner.test' }));
    expect(error.fields).toEqual({ ownerEmail: ['This person’s account is deactivated.'] });
  });
});

test('what cannot be used is refused, and nothing is left behind', async () => {
  const error = await refusal(planned('fine', { ownerPassword: 'eleven char' }));
  expect(error.fields).toEqual({ ownerPassword: ['Use at least 12 characters.'] });
  expect(error.code).toBe('bad_input');
  expect(await hashOf('fine@owner.test')).toBeUndefined();
});

describe('what is taken is a conflict that names it, and nothing is left behind', () => {
  test('the address, even that of a deleted tenant', async () => {
    await make(planned('taken'));
    await owner`update platform.tenants set status = 'deleted' where slug = 'taken'`;
    const error = await refusal(planned('taken', { ownerEmail: 'late@owner.test' }));
    expect(error.code).toBe('conflict');
    expect(error.fields).toEqual({ slug: ['Another tenant has this address.'] });
    expect(await hashOf('late@owner.test')).toBeUndefined();
  });
  test('the domain', async () => {
    await make(planned('shop', { domain: 'shop.test' }));
    const error = await refusal(planned('shop-two', { domain: 'Shop.test.' }));
    expect(error.code).toBe('conflict');
    expect(error.fields).toEqual({ domain: ['Another tenant has this domain.'] });
    expect(await findTenantId({ kind: 'slug', slug: 'shop-two' }, client)).toBeNull();
  });
  test('of several at once with one address exactly one is made', async () => {
    const tries = [1, 2, 3, 4].map((n) =>
      make(planned('race', { ownerEmail: n % 2 ? 'race@owner.test' : `race-${n}@owner.test` })),
    );
    const outcomes = await Promise.allSettled(tries);
    const made = outcomes.filter(({ status }) => status === 'fulfilled');
    expect(made).toHaveLength(1);
    const lost = outcomes.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
    expect(lost.map(({ code }) => code)).toEqual(['conflict', 'conflict', 'conflict']);
    const [row] = await owner`
      select count(*)::int as n from platform.users where email like 'race%'`;
    expect(row?.n).toBe(1);
  });
});

test('a session that is not the console’s makes nothing', async () => {
  const stranger = consoleDb(randomUUID(), client);
  const made = make(planned('stranger', { ownerEmail: 'root@x.test' }), stranger);
  await expect(made).rejects.toThrow();
  expect(await findTenantId({ kind: 'slug', slug: 'stranger' }, client)).toBeNull();
});
