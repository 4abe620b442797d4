import { describe, expect } from 'vitest';
import { createRecord } from '../../resources/create-record';
import { readListQuery } from '../../resources/list-query';
import { listRecords } from '../../resources/list-records';
import { runAction } from '../../resources/run-action';
import { invite, toldOf, waitingId } from '../../testing/invitation-trial';
import { enterAs } from '../../testing/tenant-test/enter-as';
import { tenantTest } from '../../testing/tenant-test/tenant-test';
import { groupsResource } from '../resources/groups';
import { invitationsResource } from '../resources/invitations';
import { createRole } from '../roles/save-role';
import { inviteList } from './invite-list';
import { invitePeople } from './invite-people';

const test = tenantTest({ rows: async () => {} });
const week = { days: 7, message: '' } as const;
const wish = (email: string) => ({ email, role: 'editor', groups: [] });
const list = { ...week, role: 'member' };

describe('the list', () => {
  test('resends after a pause and revokes once; another tenant’s is not there', async ({
    world,
    tenant,
    other,
    asOwner,
  }) => {
    await invite(world, asOwner, 'new@example.com');
    const id = await waitingId(world, tenant.id, 'new@example.com');
    const act = async (ctx: typeof asOwner, name: string) => {
      const { done, left } = await runAction(ctx, invitationsResource, name, { ids: [id] });
      return left[0]?.why ?? `done ${done.length}`;
    };
    expect(await act(asOwner, 'resend')).toContain('just been sent');
    await world.owner`
      update platform.invitations set sent_at = now() - interval '1 hour', expires_at = now() - interval '1 minute'
      where id = ${id}`;
    expect(await act(asOwner, 'resend')).toBe('done 1');
    const theirs = await enterAs(other.people.owner, other.id, world.client);
    for (const name of ['resend', 'revoke']) expect(await act(theirs, name)).toContain('no such');
    const { records } = await listRecords(
      theirs,
      invitationsResource,
      readListQuery(invitationsResource, new URLSearchParams()),
    );
    expect(records).toEqual([]);
    expect(await act(asOwner, 'revoke')).toBe('done 1');
    expect(await act(asOwner, 'revoke')).toBe('It has been revoked.');
    expect(await act(asOwner, 'resend')).toBe('It has been revoked.');
    expect(await toldOf(world, tenant.id)).toEqual([
      ...['invitation.sent', 'invitation.sent', 'invitation.revoked'],
    ]);
  });
});

describe('a pasted list', () => {
  test('invites what can be invited, and gives the rest back with reasons', async ({
    world,
    tenant,
    asOwner,
  }) => {
    await createRecord(asOwner, groupsResource, { name: 'Press' });
    await createRole(asOwner, { name: 'Host', description: '', permissions: ['posts.read'] });
    const text = `email,role,groups
Ada <ada@x.test>,Editor,press
bob@x.test,host
no address
cleo@x.test,Boss
dan@x.test,editor,Nowhere
ADA@x.test
${tenant.people.editor.email}
gus@x.test`;
    const { lines, left } = await inviteList(asOwner, text, list);
    expect(lines.map(({ outcome }) => outcome)).toEqual([
      ...['invited', 'invited', 'address', 'role', 'group', 'twice', 'member', 'invited'],
    ]);
    expect(left).toBe('no address\ncleo@x.test,Boss\ndan@x.test,editor,Nowhere');
    const rows = await world.owner`
      select email, role, groups from platform.tenant_invitations
      where tenant_id = ${tenant.id} order by email`;
    expect(rows.map((row) => Object.values(row).join(' '))).toEqual([
      'ada@x.test Editor Press',
      'bob@x.test Host ',
      'gus@x.test Member ',
    ]);
    const again = await inviteList(asOwner, text, list);
    expect(again.lines[0]).toMatchObject({ outcome: 'waiting', why: null });
    expect(await toldOf(world, tenant.id)).toHaveLength(3);
  });

  test('takes what is in order up to the limit, and no list beyond all measure', async ({
    world,
    tenant,
    asOwner,
  }) => {
    await world.owner`
      update platform.quotas set most = 5 where tenant_id = ${tenant.id} and name = 'members'`;
    const four = [1, 2, 3, 4].map((n) => `p${n}@x.test`);
    const { lines, left } = await inviteList(asOwner, four.join('\n'), list);
    expect(lines.map(({ outcome }) => outcome)).toEqual(['invited', 'invited', 'full', 'full']);
    expect(left).toBe('p3@x.test\np4@x.test');
    const many = Array.from({ length: 10_000 }, (_, n) => `m${n}@x.test`).join('\n');
    await expect(inviteList(asOwner, many, list)).rejects.toMatchObject({
      fields: { list: ['At most 500 people at once; these are 10000. Nobody was invited.'] },
    });
    expect(await toldOf(world, tenant.id)).toHaveLength(2);
  });

  test('500 at once, in one request', async ({ world, tenant, asOwner }) => {
    const many = Array.from({ length: 500 }, (_, n) => `m${n}@x.test, member`).join('\n');
    const begun = Date.now();
    const { left } = await inviteList(asOwner, many, list);
    expect(left).toBe('');
    expect(Date.now() - begun).toBeLessThan(8000);
    expect(await toldOf(world, tenant.id)).toHaveLength(500);
    const more = Array.from({ length: 501 }, (_, n) => wish(`n${n}@x.test`));
    const fates = await invitePeople(asOwner, more, { ...week, renews: false });
    expect(fates.at(-1)?.outcome, 'a thousand mails a day').toBe('often');
  });
});
