import { describe, expect } from 'vitest';
import { invite, waitingId } from '../../testing/invitation-trial';
import { setRole } from '../../testing/member-trial';
import { enterAs } from '../../testing/tenant-test/enter-as';
import { tenantTest } from '../../testing/tenant-test/tenant-test';
import { createRole, updateRole } from '../roles/save-role';
import { joinByInvitation } from './accept-invitation';
import { findInvitation } from './find-invitation';

const test = tenantTest({ rows: async () => {} });
const email = 'nora@example.com';

describe('what is worth nothing', () => {
  test.for([
    ['expired', "expires_at = now() - interval '1 second'"],
    ['revoked', "revoked_at = now(), ended_why = 'revoked'"],
    ['replaced', "revoked_at = now(), ended_why = 'replaced'"],
  ] as const)('%s', async ([state, change], { world, tenant, asOwner, other }) => {
    const { email: invited } = other.people.editor;
    const token = await invite(world, asOwner, invited);
    const id = await waitingId(world, tenant.id, invited);
    await world.owner.unsafe(`update platform.invitations set ${change} where id = '${id}'`);
    const own = await enterAs(other.people.editor, tenant.id, world.client);
    expect((await findInvitation(own, token))?.state).toBe(state);
    await expect(joinByInvitation(own, token)).rejects.toMatchObject({ code: 'conflict' });
    const outcome = await world.client.query(
      (sql) =>
        sql`select platform.accept_invitation(${id}, ${own.viewer.sessionId}, null, null, '') as o`,
    );
    expect(outcome[0]?.o, 'nor from below').toBeNull();
  });

  test('a token that was tampered with, or is another’s', async ({ world, asOwner }) => {
    const token = await invite(world, asOwner, email);
    for (const bad of [
      `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`,
      '',
      'x'.repeat(64),
    ]) {
      expect(await findInvitation(asOwner, bad)).toBeNull();
      await expect(joinByInvitation(asOwner, bad)).rejects.toMatchObject({ code: 'not_found' });
    }
  });

  test('from before the invited person was removed', async ({ world, tenant, asOwner, other }) => {
    const person = other.people.editor;
    const token = await invite(world, asOwner, person.email);
    const own = await enterAs(person, tenant.id, world.client);
    await world.owner`
      insert into platform.memberships (tenant_id, user_id) values (${tenant.id}, ${person.id})`;
    await world.owner`
      delete from platform.memberships where tenant_id = ${tenant.id} and user_id = ${person.id}`;
    expect((await findInvitation(own, token))?.state).toBe('revoked');
  });

  test('from who may not invite to this role any more, or has left', async ({
    world,
    tenant,
    other,
  }) => {
    const inviter = tenant.people.editor;
    await setRole(world, tenant.id, inviter, 'admin');
    const asAdmin = await enterAs(inviter, tenant.id, world.client);
    const person = other.people.editor;
    const token = await invite(world, asAdmin, person.email);
    const own = await enterAs(person, tenant.id, world.client);
    const state = async () => (await findInvitation(own, token))?.state;
    expect(await state()).toBe('open');
    await setRole(world, tenant.id, inviter, 'editor');
    expect(await state()).toBe('dead');
    await expect(joinByInvitation(own, token)).rejects.toThrow('does not hold any more');
    await setRole(world, tenant.id, inviter, 'admin');
    expect(await state()).toBe('open');
    await world.owner`
      delete from platform.memberships where tenant_id = ${tenant.id} and user_id = ${inviter.id}`;
    await expect(joinByInvitation(own, token)).rejects.toThrow('does not hold any more');
    const [seen] = await world.owner`
      select state from platform.tenant_invitations where tenant_id = ${tenant.id}`;
    expect(seen?.state).toBe('void');
  });

  test('to a role that is deleted; one that has grown beyond the inviter', async ({
    world,
    tenant,
    other,
    asOwner,
  }) => {
    const permissions = ['invitations.write', 'posts.read'];
    const host = await createRole(asOwner, { name: 'Host', description: '', permissions });
    const inviter = tenant.people.member;
    await world.owner`
      update platform.memberships set role = 'custom', role_id = ${host}
      where tenant_id = ${tenant.id} and user_id = ${inviter.id}`;
    const asHost = await enterAs(inviter, tenant.id, world.client);
    const guest = await createRole(asOwner, {
      ...{ name: 'Guest', description: '', permissions: ['posts.read'] },
    });
    const token = await invite(world, asHost, other.people.editor.email, {
      role: `custom:${guest}`,
    });
    const own = await enterAs(other.people.editor, tenant.id, world.client);
    await updateRole(asOwner, guest, { permissions: ['posts.read', 'posts.write'] });
    await expect(joinByInvitation(own, token)).rejects.toThrow('does not hold any more');
    await updateRole(asOwner, guest, { permissions: ['posts.read'] });
    await world.owner`delete from platform.roles where id = ${guest}`;
    expect((await findInvitation(own, token))?.state).toBe('dead');
    await expect(joinByInvitation(own, token)).rejects.toThrow('does not hold any more');
  });
});
