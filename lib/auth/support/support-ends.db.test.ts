import { describe, expect } from 'vitest';
import { endSupportHere } from '../../admin/support/end-support-here';
import { readSupportLog } from '../../admin/support/support-log';
import { closeEndedSupport } from '../../jobs/close-support';
import {
  actAs,
  enterSupport,
  makeSuperuser,
  type Superuser,
  supportPlan,
} from '../../testing/support-trial';
import { enterAs } from '../../testing/tenant-test/enter-as';
import { tenantTest } from '../../testing/tenant-test/tenant-test';
import type { TestTenant } from '../../testing/tenant-test/test-tenant';
import type { TestWorld } from '../../testing/tenant-test/test-world';
import { findViewer } from '../check-session';
import { endBrowser, endSession } from '../end-session';
import { endSupport } from './end-support';

const test = tenantTest({ rows: async () => {} });

interface Trial {
  world: TestWorld;
  tenant: TestTenant;
  root: Superuser;
  id: string;
  session: string;
}

/** What ends an access, by how it is written down. */
const ends: [string, string, (trial: Trial) => Promise<unknown>][] = [
  [
    'its End button',
    'superuser',
    ({ world, session }) => endSupport(session, null, 'r', world.client),
  ],
  [
    'the console',
    'superuser',
    ({ world, root, id }) => endSupport(root.session, id, 'r', world.client),
  ],
  [
    'signing out at the tenant',
    'sign-out',
    ({ world, session }) => endBrowser(session, 'r', world.client),
  ],
  [
    'the superuser’s sign-out',
    'sign-out',
    ({ world, root }) => endBrowser(root.session, 'r', world.client),
  ],
  [
    'the end of the superuser’s session',
    'sign-out',
    ({ world, root }) => endSession(root.session, 'r', world.client),
  ],
  [
    'demotion of the superuser',
    'rights',
    ({ world, root }) =>
      world.owner`update platform.users set is_superuser = false where id = ${root.id}`,
  ],
  [
    'deactivation of the superuser',
    'rights',
    ({ world, root }) =>
      world.owner`update platform.users set is_active = false where id = ${root.id}`,
  ],
  [
    'deactivation of the person',
    'person',
    ({ world, tenant }) =>
      world.owner`update platform.users set is_active = false where id = ${tenant.people.editor.id}`,
  ],
  [
    'promotion of the person to a superuser of the platform',
    'person',
    ({ world, tenant }) =>
      world.owner`update platform.users set is_superuser = true where id = ${tenant.people.editor.id}`,
  ],
  [
    'removal of the person from the tenant',
    'person',
    ({ world, tenant }) =>
      world.owner`
        delete from platform.memberships
        where tenant_id = ${tenant.id} and user_id = ${tenant.people.editor.id}`,
  ],
  [
    'deactivation of the membership',
    'person',
    ({ world, tenant }) =>
      world.owner`
        update platform.memberships set deactivated_at = now()
        where tenant_id = ${tenant.id} and user_id = ${tenant.people.editor.id}`,
  ],
  [
    'suspension of the tenant',
    'closed',
    ({ world, tenant }) =>
      world.owner`update platform.tenants set status = 'suspended' where id = ${tenant.id}`,
  ],
];

test.for(ends)('%s ends it at once, with its event', async ([, how, end], { world, tenant }) => {
  const root = await makeSuperuser(world);
  const plan = supportPlan(tenant.id, tenant.people.editor.id);
  const { id, session } = await actAs(world, root, plan);
  expect(await findViewer(session, tenant.id, world.client)).not.toBeNull();
  await end({ world, tenant, root, id, session });
  expect(await findViewer(session, tenant.id, world.client)).toBeNull();
  const [row] = await world.owner`
    select ended_how, ended_at from platform.support_sessions where id = ${id}`;
  expect(row).toMatchObject({ ended_how: how, ended_at: expect.any(Date) });
  const told = await world.owner`
    select actor_id, payload from platform.events
    where tenant_id = ${tenant.id} and type = 'support.ended'`;
  expect(told).toHaveLength(1);
  expect(told[0]?.payload).toMatchObject({ how, support: { id: root.id, name: 'Root' } });
  const strange = await world.owner`
    select type from platform.events
    where tenant_id = ${tenant.id} and type like 'session.%' and subject_id = ${session}`;
  expect(strange, 'nothing is told as the person’s own').toEqual([]);
});

test('its time ends it, for every door before anybody has written it down', async ({
  world,
  tenant,
  asOwner,
}) => {
  const root = await makeSuperuser(world);
  const plan = supportPlan(tenant.id, tenant.people.editor.id);
  const { id, session } = await actAs(world, root, plan);
  await world.owner`
    update platform.support_sessions
    set started_at = started_at - interval '16 minutes', expires_at = expires_at - interval '16 minutes'
    where id = ${id}`;
  expect(await findViewer(session, tenant.id, world.client)).toBeNull();
  const enter = enterSupport(world, root, { supportId: id, tenantId: tenant.id });
  await expect(enter).rejects.toThrow();
  expect(await readSupportLog(asOwner)).toMatchObject({
    running: [],
    past: [{ endedHow: 'time' }],
  });
  const [job] = await world.owner`
    select run_at from platform.jobs where kind = 'support.close' and key = ${id}`;
  expect(job).toBeDefined();
  await closeEndedSupport(world.client);
  const [row] = await world.owner`select ended_how from platform.support_sessions where id = ${id}`;
  expect(row?.ended_how).toBe('time');
});

describe('the tenant', () => {
  test('sees it and ends it; once it has ended nobody opens it again', async ({
    world,
    tenant,
    other,
    asOwner,
  }) => {
    const asOtherOwner = await enterAs(other.people.owner, other.id, world.client);
    const root = await makeSuperuser(world);
    const plan = supportPlan(tenant.id, tenant.people.editor.id);
    const { id, session } = await actAs(world, root, plan);
    const { running } = await readSupportLog(asOwner);
    expect(running).toMatchObject([{ id, superuserName: 'Root', reason: plan.reason }]);
    expect(JSON.stringify(running)).not.toContain(root.session);
    expect((await readSupportLog(asOtherOwner)).running).toEqual([]);
    await expect(endSupportHere(asOtherOwner, id)).rejects.toMatchObject({ code: 'conflict' });
    expect(await findViewer(session, tenant.id, world.client)).not.toBeNull();
    await endSupportHere(asOwner, id);
    expect(await findViewer(session, tenant.id, world.client)).toBeNull();
    await expect(endSupportHere(asOwner, id)).rejects.toMatchObject({ code: 'conflict' });
    const enter = enterSupport(world, root, { supportId: id, tenantId: tenant.id });
    await expect(enter).rejects.toThrow();
    await expect(
      world.owner`update platform.support_sessions set ended_at = null, ended_how = null where id = ${id}`,
    ).rejects.toThrow('This access has ended.');
    const [told] = await world.owner`
      select actor_id from platform.events
      where tenant_id = ${tenant.id} and type = 'support.ended'`;
    expect(told?.actor_id).toBe(tenant.people.owner.id);
  });

  test('another superuser does not end it from the console, nor somebody else’s session', async ({
    world,
    tenant,
    asOwner,
  }) => {
    const [root, second] = [await makeSuperuser(world), await makeSuperuser(world)];
    const plan = supportPlan(tenant.id, tenant.people.editor.id);
    const { id, session } = await actAs(world, root, plan);
    for (const one of [second.session, asOwner.viewer.sessionId]) {
      expect(await endSupport(one, id, 'r', world.client)).toBe(false);
    }
    expect(await findViewer(session, tenant.id, world.client)).not.toBeNull();
  });
});
