import { randomUUID } from 'node:crypto';
import { describe, expect } from 'vitest';
import {
  actAs,
  grantChanges,
  makeSuperuser,
  supportContext,
  supportPlan,
} from '../../testing/support-trial';
import { tenantTest } from '../../testing/tenant-test/tenant-test';
import { findViewer } from '../check-session';
import { openSession } from '../open-session';
import { beginSupport, supportReason } from './begin-support';

const test = tenantTest({ rows: async () => {} });

describe('a reason', () => {
  test.for([
    '',
    '         ',
    '\n\n\n\n\n\n\n\n\n\n\n\n',
    'too short',
    '\u200b'.repeat(40),
    `x${' '.repeat(30)}y`,
    '\u00a0\u2003\u3000'.repeat(10),
    'x'.repeat(501),
  ])('%j is none', (text) => {
    expect(supportReason.safeParse(text).success).toBe(false);
  });

  test('is one line', () => {
    expect(supportReason.parse('  Ticket 4711:\n\n the feed\tis empty ')).toBe(
      'Ticket 4711: the feed is empty',
    );
  });

  test.for([
    '          ',
    'ten\nwith a line',
    '  padded on both sides  ',
    'a  b  c  d  e',
    'short',
    'x'.repeat(501),
  ])('the database refuses %j, whoever asks', async (reason, { world, tenant }) => {
    const root = await makeSuperuser(world);
    const plan = supportPlan(tenant.id, tenant.people.editor.id, { reason });
    await expect(beginSupport(root.session, plan, '', world.client)).rejects.toMatchObject({
      constraint_name: 'support_sessions_reason_check',
    });
  });
});

test.for([31, 45, 100_000, 0, -5])(
  'the database refuses %d minutes',
  async (minutes, { world, tenant }) => {
    const root = await makeSuperuser(world);
    const plan = supportPlan(tenant.id, tenant.people.editor.id, { minutes });
    await expect(beginSupport(root.session, plan, '', world.client)).rejects.toMatchObject({
      constraint_name: 'support_sessions_time_check',
    });
  },
);

test('begins with its event in the tenant’s own log, and is entered as the person', async ({
  world,
  tenant,
}) => {
  const root = await makeSuperuser(world);
  const { editor } = tenant.people;
  const { id, ctx } = await actAs(world, root, supportPlan(tenant.id, editor.id));
  expect(ctx.viewer).toMatchObject({ userId: editor.id, isSuperuser: false });
  expect(ctx.support).toMatchObject({ id, superuserId: root.id, superuserName: 'Root' });
  expect(ctx.support?.canWrite).toBe(false);
  const [event] = await world.owner`
    select * from platform.events where tenant_id = ${tenant.id} and type = 'support.began'`;
  expect(event).toMatchObject({ actor_id: root.id, actor_name: 'Root', subject_id: id });
  expect(event?.payload).toMatchObject({
    reason: 'Ticket 4711: the feed is empty',
    userId: editor.id,
    minutes: 15,
    support: { id: root.id, name: 'Root', session: id },
  });
  expect(JSON.stringify(event?.payload)).not.toContain(root.session);
});

describe('nobody begins one', () => {
  test('who is no superuser, on the root host or a tenant’s', async ({ world, tenant }) => {
    const { owner, editor } = tenant.people;
    const plan = supportPlan(tenant.id, editor.id);
    for (const realm of [tenant.id, null]) {
      const session = await openSession(
        { userId: owner.id, realm, kind: 'browser', seconds: 60, ...none },
        world.client,
      );
      await expect(beginSupport(String(session), plan, '', world.client)).rejects.toMatchObject({
        code: 'forbidden',
      });
    }
    await expect(beginSupport(randomUUID(), plan, '', world.client)).rejects.toMatchObject({
      code: 'forbidden',
    });
  });

  test('a superuser by a tenant’s session, a program’s, or an access of support', async ({
    world,
    tenant,
  }) => {
    const root = await makeSuperuser(world);
    const plan = supportPlan(tenant.id, tenant.people.editor.id);
    const at = { userId: root.id, seconds: 60, ...none };
    const sessions = [
      await openSession({ ...at, realm: tenant.id, kind: 'browser' }, world.client),
      await openSession({ ...at, realm: null, kind: 'api' }, world.client),
      (await actAs(world, root, plan)).session,
    ];
    for (const session of sessions) {
      await expect(beginSupport(String(session), plan, '', world.client)).rejects.toMatchObject({
        code: 'forbidden',
      });
    }
  });

  test('as a superuser, the inactive, who is deactivated here, a stranger, the platform itself', async ({
    world,
    tenant,
    other,
  }) => {
    const [root, second] = [await makeSuperuser(world), await makeSuperuser(world)];
    const { editor, member } = tenant.people;
    await world.owner`
      insert into platform.memberships (tenant_id, user_id, role) values (${tenant.id}, ${second.id}, 'member')`;
    await world.owner`update platform.users set is_active = false where id = ${editor.id}`;
    await world.owner`
      update platform.memberships set deactivated_at = now()
      where tenant_id = ${tenant.id} and user_id = ${member.id}`;
    const system = '00000000-0000-4000-8000-000000000000';
    for (const id of [second.id, editor.id, member.id, other.people.owner.id, system, root.id]) {
      await expect(
        beginSupport(root.session, supportPlan(tenant.id, id), '', world.client),
      ).rejects.toMatchObject({ fields: { user: [expect.any(String)] } });
    }
  });

  test('where changes are asked for that nobody has granted, or not any more', async ({
    world,
    tenant,
  }) => {
    const root = await makeSuperuser(world);
    const plan = supportPlan(tenant.id, tenant.people.editor.id, { canWrite: true });
    const refused = { fields: { write: [expect.any(String)] } };
    await expect(beginSupport(root.session, plan, '', world.client)).rejects.toMatchObject(refused);
    await grantChanges(world, tenant.id);
    const { session, ctx } = await actAs(world, root, plan);
    expect(ctx.support?.canWrite).toBe(true);
    await world.owner`delete from platform.support_grants where tenant_id = ${tenant.id}`;
    expect((await supportContext(world, tenant.id, session)).support?.canWrite).toBe(false);
    await expect(beginSupport(root.session, plan, '', world.client)).rejects.toMatchObject(refused);
  });
});

test('of two at once by the same superuser the first ends', async ({ world, tenant, other }) => {
  const root = await makeSuperuser(world);
  const first = await actAs(world, root, supportPlan(tenant.id, tenant.people.editor.id));
  const second = await actAs(world, root, supportPlan(other.id, other.people.editor.id));
  expect(await findViewer(first.session, tenant.id, world.client)).toBeNull();
  expect(await findViewer(second.session, other.id, world.client)).not.toBeNull();
  const [row] = await world.owner`
    select ended_how from platform.support_sessions where id = ${first.id}`;
  expect(row?.ended_how).toBe('replaced');
});

test('without one, a superuser of the platform is nobody at a tenant', async ({
  world,
  tenant,
}) => {
  const root = await makeSuperuser(world);
  const session = await openSession(
    { userId: root.id, realm: tenant.id, kind: 'browser', seconds: 60, ...none },
    world.client,
  );
  const ctx = await supportContext(world, tenant.id, String(session));
  expect([ctx.support, ctx.can('admin.enter'), ctx.can('posts.read')]).toEqual([
    null,
    false,
    false,
  ]);
});

const none = { userAgent: '', address: '', requestId: '' };
