import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { env } from '../../env';
import {
  type GivenPerson,
  type IdentityWorld,
  openIdentityWorld,
} from '../../testing/identity-world';
import type { ProviderProfile } from './provider-profile';
import { signInByIdentity } from './sign-in-by-identity';

let world: IdentityWorld;
beforeAll(async () => {
  world = await openIdentityWorld();
});
afterAll(() => world.close());
beforeEach(() => {
  env().OIDC_TRUST_EMAIL = true;
});
afterEach(async () => {
  env().OIDC_TRUST_EMAIL = false;
  await world.clear();
});

const oidc = { id: 'oidc', key: 'oidc:https://id.example' } as const;
const profile = (more: Partial<ProviderProfile> = {}): ProviderProfile => ({
  ...{ subject: 'n-1', email: 'ada@people.example', isVerified: true, name: 'Ada' },
  hostedDomain: '',
  ...more,
});
const come = (more: Partial<ProviderProfile> = {}) => signInByIdentity(oidc, profile(more), 'r');

const countPeople = async () =>
  Number((await world.owner`select count(*) from platform.users`)[0]?.count);

describe('an account elsewhere that nobody knows', () => {
  test('of an address that nobody has is a new person, who comes in again by its number', async () => {
    const first = await come({ name: 'Ada\r\nLovelace\u202E' });
    expect(first.kind).toBe('person');
    expect((await world.told()).map(({ type }) => type)).toEqual([
      'user.created',
      'identity.connected',
    ]);
    const [row] = await world.owner`
      select name, email_verified_at is not null as verified, is_superuser, password_hash
      from platform.users where email = 'ada@people.example'`;
    expect(row).toEqual({
      name: 'Ada Lovelace',
      verified: true,
      is_superuser: false,
      password_hash: null,
    });
    const before = await countPeople();
    expect(await come({ email: 'changed@people.example', isVerified: false })).toEqual(first);
    expect(await countPeople()).toBe(before);
  });

  test('of an address that the provider does not speak for goes when the mailbox is proved', async () => {
    env().OIDC_TRUST_EMAIL = false;
    expect((await come()).kind).toBe('person');
    const [link] = await world.owner`
      insert into platform.one_time_links (purpose, email, expires_at)
      values ('reset', 'ada@people.example', now() + interval '1 hour') returning id`;
    await world.owner`select platform.reset_password(${link?.id}, 'a hash', 'r')`;
    expect(await come(), 'whoever holds it is asked for the password').toEqual({
      kind: 'password',
    });
  });

  test('with an address that is not verified is nobody, whether or not somebody has it', async () => {
    await world.person();
    const before = await countPeople();
    for (const email of ['ada@people.example', 'nobody@people.example', '']) {
      expect(await come({ email, isVerified: email === '' })).toEqual({ kind: 'unverified' });
    }
    expect(await countPeople()).toBe(before);
    expect(await world.told()).toEqual([]);
  });

  test('is connected unasked where both sides have proved the address', async () => {
    const userId = await world.person();
    expect(await come()).toEqual({ kind: 'person', userId });
    expect(await world.told()).toMatchObject([
      { type: 'identity.connected', subject_id: userId, actor_id: userId },
    ]);
  });

  test.each<[string, GivenPerson, string]>([
    ['who registered with an address that they have not proved', { verified: false }, 'password'],
    ['who may do everything', { superuser: true }, 'password'],
    ['who is not active', { active: false }, 'inactive'],
    ['who is not active and has no password', { active: false, password: null }, 'inactive'],
  ])('is not connected unasked with somebody %s', async (_about, given, kind) => {
    await world.person(given);
    expect(await come()).toEqual({ kind });
    expect(await world.told()).toEqual([]);
  });

  test('is not connected unasked where the provider does not speak for the address', async () => {
    env().OIDC_TRUST_EMAIL = false;
    await world.person();
    expect(await come()).toEqual({ kind: 'password' });
    const github = { id: 'github', key: 'github' } as const;
    expect(await signInByIdentity(github, profile(), 'r')).toEqual({ kind: 'password' });
  });

  test('of somebody without a password and with another way in is sent there', async () => {
    env().OIDC_TRUST_EMAIL = false;
    await come();
    expect(await come({ subject: 'n-2' })).toEqual({ kind: 'elsewhere' });
  });

  test('is connected with somebody who was added and has never been in', async () => {
    const userId = await world.person({ password: null, verified: false });
    expect(await come()).toEqual({ kind: 'person', userId });
    const [row] = await world.owner`
      select email_verified_at is not null as verified from platform.users where id = ${userId}`;
    expect(row?.verified).toBe(true);
  });
});

test('the same number at another issuer is another person', async () => {
  const first = await come();
  const other = { id: 'oidc', key: 'oidc:https://other.example' } as const;
  const second = await signInByIdentity(other, profile({ email: 'bob@people.example' }), 'r');
  expect(second).not.toEqual(first);
  expect(second.kind).toBe('person');
});

test('who is deactivated stays out, by their number too', async () => {
  await come();
  await world.owner`update platform.users set is_active = false where email = 'ada@people.example'`;
  expect(await come()).toEqual({ kind: 'inactive' });
});

test('of many that come at once with a new account one person is made', async () => {
  const found = await Promise.all(Array.from({ length: 6 }, () => come()));
  expect(new Set(found.map((one) => JSON.stringify(one))).size).toBe(1);
  expect((await world.told()).filter(({ type }) => type === 'user.created')).toHaveLength(1);
});

test('the events of a session say by which provider, and those of others do not', async () => {
  const userId = await world.person();
  await world.session(userId, world.acme.id);
  const rows = await world.owner`
    select payload ->> 'by' as by from platform.events where type = 'session.opened'
      and actor_id = ${userId}`;
  expect(rows.map(({ by }) => by)).toEqual(['google', 'google']);
  await world.owner`update platform.users set is_active = false where id = ${userId}`;
  expect(await world.session(userId)).toBeNull();
});

test('the application reads no row by itself', async () => {
  const read = world.client.query((sql) => sql`select * from platform.identities`);
  await expect(read).rejects.toThrow(/permission denied/);
});
