import { describe, expect } from 'vitest';
import { createRecord } from '../../resources/create-record';
import { runAction } from '../../resources/run-action';
import { aDayLater, invite, toldOf, waitingId } from '../../testing/invitation-trial';
import { setRole } from '../../testing/member-trial';
import { enterAs } from '../../testing/tenant-test/enter-as';
import { tenantTest } from '../../testing/tenant-test/tenant-test';
import { groupsResource } from '../resources/groups';
import { invitationsResource } from '../resources/invitations';
import { createRole, updateRole } from '../roles/save-role';
import { inviteOne } from './invite-one';

const test = tenantTest({ rows: async () => {} });
const week = { days: 7, message: '' } as const;
const wish = (email: string, role = 'editor', groups: string[] = []) => ({ email, role, groups });

describe('inviting one', () => {
  test('makes one invitation, asked twice; for another role the later one counts', async ({
    world,
    tenant,
    asOwner,
  }) => {
    const first = await invite(world, asOwner, 'new@example.com');
    expect(await invite(world, asOwner, 'new@example.com'), 'the same link').toBe(first);
    expect(await toldOf(world, tenant.id)).toEqual(['invitation.sent']);
    const later = await invite(world, asOwner, 'new@example.com', { role: 'member' });
    expect(later).not.toBe(first);
    const rows = await world.owner`
      select role, ended_why from platform.invitations where tenant_id = ${tenant.id} order by created_at, role`;
    expect(rows.map((row) => [row.role, row.ended_why])).toEqual([
      ['editor', 'replaced'],
      ['member', null],
    ]);
    await aDayLater(world);
    expect(await invite(world, asOwner, 'new@example.com', { role: 'member' })).toBe(later);
    expect(await toldOf(world, tenant.id)).toHaveLength(3);
  });

  test('two at the same moment make one invitation and one mail', async ({
    world,
    tenant,
    asOwner,
  }) => {
    const asks = [1, 2, 3].map(() => inviteOne(asOwner, wish('at-once@example.com'), week));
    await Promise.all(asks);
    expect(await toldOf(world, tenant.id)).toEqual(['invitation.sent']);
  });

  test('says who is a member already, and who is a deactivated one', async ({
    world,
    tenant,
    asOwner,
  }) => {
    const { editor, member } = tenant.people;
    await world.owner`
      update platform.memberships set deactivated_at = now()
      where tenant_id = ${tenant.id} and user_id = ${member.id}`;
    await expect(inviteOne(asOwner, wish(editor.email), week)).rejects.toMatchObject({
      fields: { email: [`${editor.email} is a member already.`] },
    });
    await expect(inviteOne(asOwner, wish(member.email), week)).rejects.toMatchObject({
      fields: { email: [expect.stringContaining('Reactivate them instead')] },
    });
  });

  test('the other tenant’s people are as unknown as anybody', async ({ world, other, asOwner }) => {
    await invite(world, asOwner, other.people.owner.email);
    await invite(world, asOwner, 'nobody-at-all@example.com');
  });

  test('nobody invites to a role with rights they have not', async ({
    world,
    tenant,
    asOwner,
    asEditor,
    asMember,
  }) => {
    for (const who of [asEditor, asMember]) {
      await expect(inviteOne(who, wish('a@example.com'), week)).rejects.toMatchObject({
        code: 'forbidden',
      });
    }
    const admin = tenant.people.editor;
    await setRole(world, tenant.id, admin, 'admin');
    const asAdmin = await enterAs(admin, tenant.id, world.client);
    for (const role of ['owner', 'admin']) {
      await expect(inviteOne(asAdmin, wish('a@example.com', role), week)).rejects.toMatchObject({
        fields: { role: [expect.stringContaining('Only owners')] },
      });
    }
    const permissions = ['invitations.write', 'posts.read'];
    const id = await createRole(asOwner, { name: 'Host', description: '', permissions });
    await world.owner`
      update platform.memberships set role = 'custom', role_id = ${id}
      where tenant_id = ${tenant.id} and user_id = ${admin.id}`;
    const asHost = await enterAs(admin, tenant.id, world.client);
    await expect(inviteOne(asHost, wish('a@example.com'), week)).rejects.toMatchObject({
      fields: { role: [expect.stringContaining('rights that you have yourself')] },
    });
    await inviteOne(asHost, wish('a@example.com', 'member'), week);
    await inviteOne(asHost, wish('b@example.com', `custom:${id}`), week);
    const group = await createRecord(asOwner, groupsResource, { name: 'Inner circle' });
    await expect(
      inviteOne(asHost, wish('c@example.com', 'member', [group.id]), week),
    ).rejects.toMatchObject({ code: 'forbidden' });
    // What they might not give when they began, they do not give now.
    await updateRole(asOwner, id, { permissions: ['posts.read'] });
    await expect(inviteOne(asHost, wish('d@example.com', 'member'), week)).rejects.toMatchObject({
      fields: { role: ['You may not invite people.'] },
    });
  });

  test('roles and groups of another tenant do not exist', async ({
    world,
    tenant,
    other,
    asOwner,
  }) => {
    const theirs = await enterAs(other.people.owner, other.id, world.client);
    const group = await createRecord(theirs, groupsResource, { name: 'Theirs' });
    const role = await createRole(theirs, { name: 'Theirs', description: '', permissions: [] });
    for (const bad of [
      wish('a@example.com', `custom:${role}`),
      wish('a@example.com', 'editor', [group.id]),
      wish('a@example.com', 'editor', ['nonsense']),
      wish('a@example.com', 'root'),
    ]) {
      await expect(inviteOne(asOwner, bad, week)).rejects.toMatchObject({ code: 'bad_input' });
    }
    expect(await waitingId(world, tenant.id, 'a@example.com')).toBe('undefined');
  });

  test('nobody is written to again and again, whoever revokes in between', async ({
    world,
    tenant,
    asOwner,
  }) => {
    for (let n = 0; n < 5; n += 1) {
      await invite(world, asOwner, 'often@example.com');
      const id = await waitingId(world, tenant.id, 'often@example.com');
      await runAction(asOwner, invitationsResource, 'revoke', { ids: [id] });
    }
    await expect(invite(world, asOwner, 'often@example.com')).rejects.toMatchObject({
      code: 'too_many',
    });
    await aDayLater(world);
    await invite(world, asOwner, 'often@example.com');
  });

  test('counts the members there may be, with those who are invited', async ({
    world,
    tenant,
    asOwner,
  }) => {
    await world.owner`
      update platform.quotas set most = 4 where tenant_id = ${tenant.id} and name = 'members'`;
    await invite(world, asOwner, 'fourth@example.com');
    await expect(invite(world, asOwner, 'fifth@example.com')).rejects.toMatchObject({
      code: 'conflict',
    });
    await invite(world, asOwner, 'fourth@example.com', { role: 'member' });
  });
});
