import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { openTwoTenants, type TwoTenants } from '../../testing/two-tenants';
import { findViewer } from '../check-session';
import { endBrowser, endOtherSessions } from '../end-session';
import { listOwnSessions } from '../list-own';
import { newSecret, secretHash } from '../secret';
import type { Realm } from '../session-key';
import { issueTicket } from './issue-ticket';
import { redeemTicket, type TicketPlace } from './redeem-ticket';

let world: TwoTenants;
let ada: string;
let bob: string;
beforeAll(async () => {
  world = await openTwoTenants();
  [ada, bob] = [await person('Ada'), await person('Bob')];
});
afterAll(() => world.close());
afterEach(async () => {
  await world.owner`delete from platform.sessions`;
  await world.owner`update platform.users set is_active = true where id = ${ada}`;
  await world.owner`update platform.tenants set status = 'active'`;
});

async function person(name: string): Promise<string> {
  const email = `${name.toLowerCase()}@people.example`;
  const [row] = await world.owner`
    insert into platform.users (email, name, password_hash) values (${email}, ${name}, 'x')
    returning id`;
  return row?.id;
}

async function signIn(userId: string, realm: Realm, kept = true): Promise<string> {
  const [row] = await world.client.query(
    (sql) => sql`
      select platform.open_browser_session(${userId}, ${realm}, ${kept}, 600, 'Test', '10.0.0.7', 'r')
        as id`,
  );
  return row?.id;
}

const state = newSecret();
const at = (realm: Realm) => `http://${realm ?? 'root'}`;
const issue = (session: string, realm: Realm) =>
  issueTicket(session, { realm, address: at(realm), state: secretHash(state), next: '/there' });
const place = (realm: Realm, more: Partial<TicketPlace> = {}): TicketPlace => ({
  ...{ realm, address: at(realm), state, replaced: null },
  ...{ userAgent: 'Test', clientAddress: '10.0.0.8', requestId: 'r' },
  ...more,
});
const viewer = (id: string | undefined, realm: Realm) => findViewer(id ?? '', realm, world.client);

async function issued(session: string, realm: Realm): Promise<string> {
  const ticket = await issue(session, realm);
  if (!ticket) throw new Error('no ticket was made');
  return ticket;
}

async function rootOf(session: string): Promise<string> {
  const [row] =
    await world.owner`select coalesce(parent_id, id) as id from platform.sessions where id = ${session}`;
  return row?.id;
}

describe('from the root host to a tenant', () => {
  test('a ticket opens a session there once, as long and as kept as the first', async () => {
    const root = await signIn(ada, null);
    const ticket = await issued(root, world.acme.id);
    const found = await redeemTicket(ticket, place(world.acme.id));
    expect(found).toMatchObject({ userId: ada, isKept: true, next: '/there' });
    expect(found?.seconds).toBeGreaterThan(590);
    expect(await viewer(found?.sessionId, world.acme.id)).toMatchObject({ userId: ada });
    expect(await viewer(found?.sessionId, world.globex.id)).toBeNull();
    expect(await redeemTicket(ticket, place(world.acme.id)), 'twice').toBeNull();
  });

  test('of two that spend it at the same moment one gets in', async () => {
    const ticket = await issued(await signIn(ada, null), world.acme.id);
    const places = Array.from({ length: 8 }, () => place(world.acme.id));
    const found = await Promise.all(places.map((one) => redeemTicket(ticket, one)));
    expect(found.filter(Boolean)).toHaveLength(1);
  });

  const wrong: [string, () => [Realm, Partial<TicketPlace>]][] = [
    ['another tenant', () => [world.globex.id, {}]],
    [
      'another tenant that says it is this one',
      () => [world.globex.id, { address: at(world.acme.id) }],
    ],
    ['the root host', () => [null, {}]],
    [
      'another host of the same tenant',
      () => [world.acme.id, { address: 'http://blog.acme.test' }],
    ],
    ['another browser', () => [world.acme.id, { state: newSecret() }]],
  ];
  test.each(wrong)('shown at %s it is nothing, and spent', async (_, where) => {
    const ticket = await issued(await signIn(ada, null), world.acme.id);
    const [realm, more] = where();
    expect(await redeemTicket(ticket, place(realm, more))).toBeNull();
    expect(await redeemTicket(ticket, place(world.acme.id)), 'it was in other hands').toBeNull();
  });

  const ended: [string, (root: string) => Promise<unknown>][] = [
    [
      'after a minute',
      () =>
        world.owner`update platform.sign_in_tickets set expires_at = now() - interval '1 second'`,
    ],
    ['after signing out', (root) => endBrowser(root, 'r', world.client)],
    [
      'of a deactivated person',
      () => world.owner`update platform.users set is_active = false where id = ${ada}`,
    ],
    ['at a suspended tenant', () => world.owner`update platform.tenants set status = 'suspended'`],
  ];
  test.each(ended)('it is nothing %s', async (_, end) => {
    const root = await signIn(ada, null);
    const ticket = await issued(root, world.acme.id);
    await end(root);
    expect(await redeemTicket(ticket, place(world.acme.id))).toBeNull();
  });

  test('lives a minute, whatever was asked, and is kept as a hash', async () => {
    const ticket = await issued(await signIn(ada, null), world.acme.id);
    const rows = await world.owner`
      select t.*, expires_at <= now() + interval '60.1 seconds' as is_short from platform.sign_in_tickets t`;
    expect(rows[0]?.is_short).toBe(true);
    expect(JSON.stringify(rows)).not.toContain(ticket);
  });

  test('is not made from a session of a tenant, for another tenant', async () => {
    expect(await issue(await signIn(ada, world.acme.id), world.globex.id)).toBeNull();
  });
});

describe('from a tenant to the root host', () => {
  test('the ticket gives the session that was opened there with it', async () => {
    const session = await signIn(ada, world.acme.id, false);
    const found = await redeemTicket(await issued(session, null), place(null));
    expect(found).toMatchObject({ sessionId: await rootOf(session), userId: ada, isKept: false });
    expect(await viewer(found?.sessionId, null)).toMatchObject({ userId: ada });
  });

  test('somebody else who was signed in there is signed out in this browser', async () => {
    const before = await signIn(bob, world.globex.id);
    const theirs = await rootOf(before);
    const session = await signIn(ada, world.acme.id);
    await redeemTicket(await issued(session, null), place(null, { replaced: theirs }));
    expect(await viewer(theirs, null)).toBeNull();
    expect(await viewer(before, world.globex.id)).toBeNull();
    expect(await viewer(session, world.acme.id)).not.toBeNull();
  });
});

describe('a browser', () => {
  async function everywhere() {
    const atAcme = await signIn(ada, world.acme.id);
    const root = await rootOf(atAcme);
    const found = await redeemTicket(await issued(root, world.globex.id), place(world.globex.id));
    return { atAcme, root, atGlobex: found?.sessionId ?? '' };
  }

  test('is signed out everywhere by signing out anywhere', async () => {
    for (const where of ['atAcme', 'root', 'atGlobex'] as const) {
      const browser = await everywhere();
      const other = await everywhere();
      expect(await endBrowser(browser[where], 'r', world.client)).toBe(3);
      expect(await viewer(browser.atAcme, world.acme.id)).toBeNull();
      expect(await viewer(browser.root, null)).toBeNull();
      expect(await viewer(browser.atGlobex, world.globex.id)).toBeNull();
      expect(await viewer(other.atGlobex, world.globex.id), 'another browser').not.toBeNull();
    }
  });

  test('is one line of the list, and ends as one', async () => {
    const [here, there] = [await everywhere(), await everywhere()];
    const own = await listOwnSessions(here.atAcme, world.client);
    expect(own).toHaveLength(2);
    expect(own.find(({ isCurrent }) => isCurrent)?.places).toEqual(['ACME', 'GLOBEX', null]);
    const other = own.find(({ isCurrent }) => !isCurrent)?.id ?? '';
    expect(await endOtherSessions(here.atAcme, other, 'r', world.client)).toBe(3);
    expect(await viewer(there.atGlobex, world.globex.id)).toBeNull();
    expect(await viewer(here.atGlobex, world.globex.id)).not.toBeNull();
  });

  test('gets a new session at a tenant in the place of the one it had', async () => {
    const { root, atGlobex } = await everywhere();
    const ticket = await issued(root, world.globex.id);
    const again = await redeemTicket(ticket, place(world.globex.id, { replaced: atGlobex }));
    expect(await viewer(atGlobex, world.globex.id)).toBeNull();
    expect(await viewer(again?.sessionId, world.globex.id)).not.toBeNull();
    expect(await viewer(root, null)).not.toBeNull();
  });
});
