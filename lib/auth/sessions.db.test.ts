import type { Sql } from 'postgres';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type AppClient, createAppClient } from '../db/client';
import { openOwnerClient } from '../db/owner-client';
import { type TestDatabase, testDatabase } from '../testing/database';
import { type MadeTenant, makeTenant } from '../testing/make-tenant';
import { findViewer } from './check-session';
import { endOtherSessions, endSession } from './end-session';
import { listOwnSessions, listOwnTenants } from './list-own';
import { openSession } from './open-session';
import type { Realm } from './session-key';

let database: TestDatabase;
let owner: Sql;
let client: AppClient;
let acme: MadeTenant;
let globex: MadeTenant;
let ada: string;
let gus: string;
beforeAll(async () => {
  database = await testDatabase();
  owner = openOwnerClient(database.ownerUrl);
  client = createAppClient(database.appUrl, { max: 2 });
  [acme, globex] = [await makeTenant(owner, 'acme'), await makeTenant(owner, 'globex')];
  [ada, gus] = [await person('Ada'), await person('Gus')];
  await owner`
    insert into platform.memberships (tenant_id, user_id, role, is_staff, is_superuser)
    values (${acme.id}, ${ada}, 'owner', true, true), (${globex.id}, ${gus}, 'owner', true, true),
      (${globex.id}, ${ada}, 'member', false, false)`;
});
afterAll(async () => {
  await Promise.all([owner.end(), client.end()]);
  await database.drop();
});
afterEach(async () => {
  await owner`delete from platform.sessions`;
  await owner`delete from platform.events`;
  await owner`update platform.users set is_active = true where email <> 'system@platform.invalid'`;
  await owner`update platform.tenants set status = 'active'`;
});

async function person(name: string): Promise<string> {
  const email = `${name.toLowerCase()}@people.example`;
  const [row] = await owner`
    insert into platform.users (email, name, password_hash) values (${email}, ${name}, 'x')
    returning id`;
  return row?.id;
}

async function open(userId: string, realm: Realm, seconds = 600): Promise<string> {
  const facts = {
    kind: 'browser',
    userAgent: 'Test',
    address: '10.0.0.7',
    requestId: 'r1',
  } as const;
  const id = await openSession({ userId, realm, seconds, ...facts }, client);
  if (!id) throw new Error('no session was opened');
  return id;
}

const find = (id: string, realm: Realm) => findViewer(id, realm, client);

describe('a live session', () => {
  test('tells who it is and what they are in its tenant', async () => {
    const viewer = await find(await open(ada, acme.id), acme.id);
    expect(viewer).toMatchObject({ userId: ada, name: 'Ada', isSuperuser: false, kind: 'browser' });
    expect(viewer?.membership).toMatchObject({ role: 'owner', isStaff: true, isSuperuser: true });
    expect(viewer?.expiresAt.getTime()).toBeGreaterThan(Date.now());
  });

  test('has no membership on the root host, nor where the person does not belong', async () => {
    expect(await find(await open(ada, null), null)).toMatchObject({ membership: null });
    expect(await find(await open(gus, acme.id), acme.id)).toMatchObject({ membership: null });
  });

  test('is nothing on another tenant, on the root, and from the root on a tenant', async () => {
    const [atAcme, atRoot] = [await open(ada, acme.id), await open(ada, null)];
    expect(await find(atAcme, globex.id)).toBeNull();
    expect(await find(atAcme, null)).toBeNull();
    expect(await find(atRoot, acme.id)).toBeNull();
  });

  test('ends with a demotion, and the next one shows it', async () => {
    const id = await open(ada, acme.id);
    const set = (isStaff: boolean) => owner`
      update platform.memberships set is_staff = ${isStaff}, is_superuser = ${isStaff}
      where user_id = ${ada} and tenant_id = ${acme.id}`;
    await set(false);
    expect(await find(id, acme.id)).toBeNull();
    const next = await open(ada, acme.id);
    expect((await find(next, acme.id))?.membership).toMatchObject({ isStaff: false });
    // Who may do more keeps theirs.
    await set(true);
    expect((await find(next, acme.id))?.membership).toMatchObject({ isStaff: true });
  });

  test('is noted as used once a minute, not at every read', async () => {
    const id = await open(ada, acme.id);
    const seen = async () =>
      (await owner`select last_seen_at from platform.sessions where id = ${id}`)[0]?.last_seen_at;
    const first = await seen();
    await find(id, acme.id);
    expect(await seen()).toEqual(first);
    await owner`update platform.sessions set last_seen_at = now() - interval '61 seconds'`;
    await find(id, acme.id);
    expect((await seen()).getTime()).toBeGreaterThanOrEqual(first.getTime());
  });
});

describe('a session ends', () => {
  const ends: [string, (id: string) => Promise<unknown>][] = [
    ['by sign-out', (id) => endSession(id, 'r2', client)],
    [
      'with its time',
      () => owner`update platform.sessions set expires_at = now() - interval '1 second'`,
    ],
    ['with the person’s account', () => owner`update platform.users set is_active = false`],
    ['with the person', (id) => owner`delete from platform.sessions where id = ${id}`],
  ];
  test.each(ends)('%s', async (_, end) => {
    const id = await open(ada, acme.id);
    expect(await find(id, acme.id)).not.toBeNull();
    await end(id);
    expect(await find(id, acme.id)).toBeNull();
  });

  test('and an id nobody has is nobody', async () => {
    expect(await find('00000000-0000-4000-8000-000000000000', acme.id)).toBeNull();
  });
});

describe('opening and ending leave an event in the tenant of the host', () => {
  const events = () =>
    owner`select type, tenant_id, subject_id, actor_id, actor_name, request_id
      from platform.events where type like 'session.%' order by id`;

  test('once each', async () => {
    const id = await open(ada, acme.id);
    for (const _ of [1, 2]) await endSession(id, 'r2', client);
    const told = { tenant_id: acme.id, subject_id: id, actor_id: ada, actor_name: 'Ada' };
    expect(await events()).toEqual([
      { ...told, type: 'session.opened', request_id: 'r1' },
      { ...told, type: 'session.ended', request_id: 'r2' },
    ]);
  });

  test('and belong to the platform on the root host', async () => {
    await open(ada, null);
    expect(await events()).toMatchObject([{ type: 'session.opened', tenant_id: null }]);
  });
});

describe('nobody opens a session', () => {
  const facts = { kind: 'browser', userAgent: '', address: '', requestId: '' } as const;
  test('for an inactive person', async () => {
    await owner`update platform.users set is_active = false where id = ${ada}`;
    const session = { userId: ada, realm: acme.id, seconds: 60, ...facts };
    expect(await openSession(session, client)).toBeNull();
  });
  test('at a tenant that does not serve', async () => {
    await owner`update platform.tenants set status = 'suspended' where id = ${acme.id}`;
    const session = { userId: ada, realm: acme.id, seconds: 60, ...facts };
    expect(await openSession(session, client)).toBeNull();
  });
});

describe('one’s own sessions and tenants', () => {
  test('are listed for who holds a live session, with the present one marked', async () => {
    const [here, there] = [await open(ada, acme.id), await open(ada, null)];
    await open(gus, globex.id);
    const mine = await listOwnSessions(here, client);
    expect(new Set(mine.map(({ id }) => id))).toEqual(new Set([here, there]));
    expect(mine.find(({ isCurrent }) => isCurrent)).toMatchObject({ id: here, places: ['ACME'] });
    const tenants = await listOwnTenants(here, client);
    expect(tenants.map(({ slug, role }) => `${slug} ${role}`)).toEqual([
      'acme owner',
      'globex member',
    ]);
    await endSession(here, 'r', client);
    expect(await listOwnSessions(here, client)).toEqual([]);
    expect(await listOwnTenants(here, client)).toEqual([]);
  });

  test('can be ended one by one or all but this, and nobody else’s', async () => {
    const [here, a, b] = [await open(ada, acme.id), await open(ada, null), await open(ada, null)];
    const foreign = await open(gus, globex.id);
    expect(await endOtherSessions(here, foreign, 'r', client)).toBe(0);
    expect(await endOtherSessions(here, here, 'r', client)).toBe(0);
    expect(await endOtherSessions(here, a, 'r', client)).toBe(1);
    expect(await endOtherSessions(here, null, 'r', client)).toBe(1);
    expect(await find(b, null)).toBeNull();
    expect(await find(here, acme.id)).not.toBeNull();
    expect(await find(foreign, globex.id)).not.toBeNull();
    await endSession(here, 'r', client);
    expect(await endOtherSessions(here, null, 'r', client)).toBe(0);
  });
});
