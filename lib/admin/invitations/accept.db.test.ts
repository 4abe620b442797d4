import { describe, expect } from 'vitest';
import { verifyCredentials } from '../../auth/verify-credentials';
import { createRecord } from '../../resources/create-record';
import { invite, toldOf, visitorOf } from '../../testing/invitation-trial';
import { rowOf } from '../../testing/member-trial';
import { enterAs } from '../../testing/tenant-test/enter-as';
import { tenantTest } from '../../testing/tenant-test/tenant-test';
import { groupsResource } from '../resources/groups';
import { beginByInvitation, joinByInvitation } from './accept-invitation';
import { findInvitation } from './find-invitation';

const test = tenantTest({ rows: async () => {} });
const password = 'correct horse battery';
const newcomer = { name: 'Nora', password, address: '192.0.2.9' };
const email = 'nora@example.com';

describe('without an account', () => {
  test('the account and the membership begin together, verified, with their events', async ({
    world,
    tenant,
    asOwner,
  }) => {
    await world.owner`delete from platform.users where email = ${email}`;
    const group = await createRecord(asOwner, groupsResource, { name: 'Press' });
    const gone = await createRecord(asOwner, groupsResource, { name: 'Gone' });
    const token = await invite(world, asOwner, email, { groups: [group.id, gone.id] });
    await world.owner`delete from platform.groups where id = ${gone.id}`;
    const visitor = visitorOf(asOwner);
    expect(await findInvitation(visitor, token)).toMatchObject({
      ...{ email, state: 'open', role: 'Editor', account: 'none', member: 'none' },
    });
    expect(await beginByInvitation(visitor, token, newcomer)).toBe(email);
    const at = { realm: tenant.id, address: 'a' };
    const user = await verifyCredentials(email, password, at, world.client);
    const row = await rowOf(world, tenant.id, { ...tenant.people.owner, id: user.id });
    expect(row).toMatchObject({ role: 'editor', is_staff: true, is_superuser: false });
    const [found] = await world.owner`
      select u.email_verified_at is not null as verified,
        (select count(*)::int from platform.group_members g where g.membership_id = ${row?.id}) as groups
      from platform.users u where u.id = ${user.id}`;
    expect(found).toEqual({ verified: true, groups: 1 });
    const told = await world.owner`
      select type, actor_name, payload ->> 'role' as role from platform.events
      where actor_id = ${user.id} order by id`;
    expect(told.map((one) => Object.values(one).join(' '))).toEqual([
      'user.created Nora ',
      'member.added Nora editor',
      'invitation.accepted Nora editor',
    ]);
    await expect(beginByInvitation(visitor, token, newcomer)).rejects.toThrow('has been accepted');
    expect(await findInvitation(visitor, token)).toMatchObject({ state: 'used', member: 'active' });
    await world.owner`delete from platform.users where email = ${email}`;
  });

  test('of two at the same moment one begins it', async ({ world, tenant, asOwner }) => {
    await world.owner`delete from platform.users where email = ${email}`;
    const token = await invite(world, asOwner, email);
    const visitor = visitorOf(asOwner);
    const both = await Promise.allSettled(
      ['Nora', 'Mallory'].map((name) => beginByInvitation(visitor, token, { ...newcomer, name })),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const events = await toldOf(world, tenant.id);
    expect(events).toEqual(['invitation.sent', 'invitation.accepted']);
    await world.owner`delete from platform.users where email = ${email}`;
  });

  test('where the limit is reached nothing is left behind, and it stays good', async ({
    world,
    tenant,
    asOwner,
  }) => {
    await world.owner`delete from platform.users where email = ${email}`;
    const token = await invite(world, asOwner, email);
    await world.owner`
      update platform.quotas set most = 3 where tenant_id = ${tenant.id} and name = 'members'`;
    const visitor = visitorOf(asOwner);
    await expect(beginByInvitation(visitor, token, newcomer)).rejects.toThrow('as many members');
    const [left] = await world.owner`
      select count(*)::int as n from platform.users where email = ${email}`;
    expect(left?.n).toBe(0);
    expect((await findInvitation(visitor, token))?.state).toBe('open');
  });
});

describe('with an account', () => {
  test('whoever is invited joins; an account that exists keeps its password', async ({
    world,
    tenant,
    other,
    asOwner,
  }) => {
    const person = other.people.editor;
    const token = await invite(world, asOwner, person.email);
    const visitor = visitorOf(asOwner);
    expect((await findInvitation(visitor, token))?.account).toBe('active');
    const before =
      await world.owner`select password_hash from platform.users where id = ${person.id}`;
    await expect(beginByInvitation(visitor, token, newcomer)).rejects.toThrow('Sign in with it');
    expect(
      await world.owner`select password_hash from platform.users where id = ${person.id}`,
    ).toEqual(before);
    const own = await enterAs(person, tenant.id, world.client);
    expect(own.viewer.membership).toBeNull();
    await joinByInvitation(own, token);
    const again = await enterAs(person, tenant.id, world.client);
    expect(again.viewer.membership).toMatchObject({ role: 'editor' });
    await expect(joinByInvitation(own, token)).rejects.toThrow('has been accepted');
  });

  test('nobody accepts as another account, nor by another site’s session', async ({
    world,
    tenant,
    other,
    asOwner,
    asStranger,
  }) => {
    const token = await invite(world, asOwner, other.people.editor.email);
    await expect(joinByInvitation(asStranger, token)).rejects.toMatchObject({ code: 'forbidden' });
    const forged = visitorOf(asOwner, { ...asStranger.viewer, email: other.people.editor.email });
    await expect(joinByInvitation(forged, token), 'whatever it calls itself').rejects.toMatchObject(
      { code: 'forbidden' },
    );
    await expect(
      beginByInvitation(asStranger, token, newcomer),
      'nor another one while signed in',
    ).rejects.toMatchObject({ code: 'forbidden' });
    const elsewhere = await enterAs(other.people.editor, other.id, world.client);
    await expect(
      joinByInvitation(visitorOf(asOwner, elsewhere.viewer), token),
      'a session of another site',
    ).rejects.toMatchObject({ code: 'not_found' });
    await expect(joinByInvitation(elsewhere, token), 'at the other site').rejects.toMatchObject({
      code: 'not_found',
    });
    expect(await findInvitation(elsewhere, token)).toBeNull();
    expect(await rowOf(world, tenant.id, other.people.editor)).toBeUndefined();
  });

  test('a deactivated member, and a deactivated account, come back by none', async ({
    world,
    tenant,
    other,
    asOwner,
  }) => {
    const person = other.people.member;
    const token = await invite(world, asOwner, person.email);
    await world.owner`update platform.users set is_active = false where id = ${person.id}`;
    const visitor = visitorOf(asOwner);
    expect((await findInvitation(visitor, token))?.account).toBe('inactive');
    await expect(beginByInvitation(visitor, token, newcomer)).rejects.toThrow('deactivated');
    await world.owner`update platform.users set is_active = true where id = ${person.id}`;
    await world.owner`
      insert into platform.memberships (tenant_id, user_id, deactivated_at)
      values (${tenant.id}, ${person.id}, now())`;
    const own = await enterAs(person, tenant.id, world.client);
    await expect(joinByInvitation(own, token)).rejects.toThrow('membership is deactivated');
  });
});
