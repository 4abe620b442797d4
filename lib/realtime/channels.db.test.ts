import { afterAll, beforeAll, describe, expect } from 'vitest';
import type { MemberContext } from '../auth/viewer';
import { type RealtimeTrial, startRealtimeTrial } from '../testing/realtime-trial';
import { actAs, makeSuperuser, supportPlan } from '../testing/support-trial';
import { tenantTest } from '../testing/tenant-test/tenant-test';
import type { TestWorld } from '../testing/tenant-test/test-world';
import { authorizeChannels } from './authorize-channels';
import { channelName } from './channel-name';
import { channelsFor } from './channels-for';
import { pushEvent, pushedEvent } from './push-event';
import { channelsChanged, rekeyGroup } from './rekey-job';

const test = tenantTest({ rows: async () => {} });
const socket = '123.456';

let trial: RealtimeTrial;
beforeAll(async () => {
  trial = await startRealtimeTrial();
});
afterAll(() => trial.close());

/** A group of the tenant with this member. */
async function makeGroup({ owner }: TestWorld, { tenant, viewer }: MemberContext, name: string) {
  const [group] = await owner`
    insert into platform.groups (tenant_id, name) values (${tenant.id}, ${name}) returning id`;
  await owner`
    insert into platform.group_members (tenant_id, group_id, membership_id)
    values (${tenant.id}, ${group?.id}, ${viewer.membership?.id ?? null})`;
  return String(group?.id);
}

async function makePublicGroup({ owner }: TestWorld, { viewer }: MemberContext, name: string) {
  const [group] = await owner`
    insert into platform.public_groups (name) values (${name}) returning id`;
  await owner`
    insert into platform.public_group_members (group_id, user_id) values (${group?.id}, ${viewer.userId})`;
  return String(group?.id);
}

const namesOf = async (ctx: MemberContext) => (await channelsFor(ctx)).map(channelName);
const granted = async (ctx: MemberContext, ...names: string[]) => {
  const tokens = await authorizeChannels(ctx, socket, names);
  return names.filter((name) => tokens[name]);
};

test('a member hears exactly their own, the tenant, its groups and those across tenants', async ({
  world,
  asMember: ctx,
}) => {
  const group = await makeGroup(world, ctx, 'Warehouse');
  const across = await makePublicGroup(world, ctx, 'Everybody who sails');
  const names = await namesOf(ctx);
  expect(names).toEqual([
    `private-user-${ctx.viewer.userId}`,
    `private-org-${ctx.tenant.id}`,
    `private-group-${group}.2`,
    `private-public-${across}.2`,
  ]);
  expect(await granted(ctx, ...names)).toEqual(names);
});

test('somebody of another tenant hears their own name and nothing else', async ({
  world,
  asMember,
  asStranger,
}) => {
  const group = await makeGroup(world, asMember, 'Office');
  expect(await namesOf(asStranger)).toEqual([`private-user-${asStranger.viewer.userId}`]);
  const { id } = asMember.tenant;
  const names = [
    `private-org-${id}`,
    `private-group-${group}.2`,
    `presence-org-${id}`,
    `presence-org-${id}.document.1`,
    `private-user-${asMember.viewer.userId}`,
  ];
  expect(await granted(asStranger, ...names)).toEqual([]);
});

test('the tenant of the host decides: a member of two hears the other’s channels there alone', async ({
  other,
  asMember,
}) => {
  const names = [`private-org-${other.id}`, `presence-org-${other.id}`];
  expect(await granted(asMember, ...names)).toEqual([]);
});

test('rooms of the admin are for who may enter it', async ({ asMember, asEditor }) => {
  const { id } = asMember.tenant;
  const names = [`presence-org-${id}.document.1`, `presence-org-${id}.admin.all`];
  expect(await granted(asMember, ...names)).toEqual(names.slice(0, 1));
  expect(await granted(asEditor, ...names)).toEqual(names);
});

test('a connection’s own channel is for that connection', async ({ asMember }) => {
  const names = [`private-conn-${socket}`, 'private-conn-123.457'];
  expect(await granted(asMember, ...names)).toEqual(names.slice(0, 1));
});

test('who has left a group asks for its channel in vain, by the former name and the present one', async ({
  world,
  asMember: ctx,
}) => {
  const group = await makeGroup(world, ctx, 'Night shift');
  await world.owner`delete from platform.group_members where group_id = ${group}`;
  expect(await namesOf(ctx)).not.toContain(`private-group-${group}.3`);
  expect(await granted(ctx, `private-group-${group}.2`, `private-group-${group}.3`)).toEqual([]);
});

test('support hears nothing, and what is no connection or too much is refused', async ({
  world,
  tenant,
  asMember,
}) => {
  const root = await makeSuperuser(world);
  const plan = supportPlan(tenant.id, tenant.people.owner.id);
  const { ctx } = await actAs(world, root, plan);
  expect(await namesOf(ctx)).toEqual([]);
  const all = [`private-org-${tenant.id}`, `private-user-${ctx.viewer.userId}`];
  expect(await granted(ctx, ...all, `presence-org-${tenant.id}`, `private-conn-${socket}`)).toEqual(
    [],
  );
  const bad = { code: 'bad_input' };
  await expect(authorizeChannels(asMember, 'x', [])).rejects.toMatchObject(bad);
  const many = Array.from({ length: 101 }, () => 'private-org-x');
  await expect(authorizeChannels(asMember, socket, many)).rejects.toMatchObject(bad);
});

describe('a page that listens', () => {
  test('hears what is said to its tenant, and nothing from the commit of its removal on', async ({
    world,
    asMember: ctx,
  }) => {
    const group = await makeGroup(world, ctx, 'Listeners');
    const client = trial.connect(async (socketId, name) => {
      return (await authorizeChannels(ctx, socketId, [name]))[name] ?? null;
    });
    const heard: unknown[] = [];
    const arrives = () => new Promise((resolve) => client.bind('said', resolve));
    client.bind('said', (payload: unknown) => heard.push(payload));
    const channel = client.subscribe(`private-group-${group}.2`);
    await new Promise((resolve) => channel.bind('pusher:subscription_succeeded', resolve));
    const { publish } = await import('./publish');
    const first = arrives();
    await publish({ kind: 'group', groupId: group, epoch: 2 }, 'said', { n: 1 });
    await first;
    await world.owner`delete from platform.group_members where group_id = ${group}`;
    const [row] = await world.owner`select epoch from platform.groups where id = ${group}`;
    await publish({ kind: 'group', groupId: group, epoch: row?.epoch }, 'said', { n: 2 });
    // Something it does hear, which comes after: so the other would have come by now.
    const conn = client.subscribe(`private-conn-${client.connection.socket_id}`);
    await new Promise((resolve) => conn.bind('pusher:subscription_succeeded', resolve));
    const last = arrives();
    await publish({ kind: 'conn', socketId: client.connection.socket_id }, 'said', { n: 3 });
    await last;
    expect(heard).toEqual([{ n: 1 }, { n: 3 }]);
  });

  test('hears what is pushed to its person, and that a group has a new channel', async ({
    world,
    asMember: ctx,
  }) => {
    const group = await makeGroup(world, ctx, 'Rekeyed');
    const client = trial.connect(async (socketId, name) => {
      return (await authorizeChannels(ctx, socketId, [name]))[name] ?? null;
    });
    const { userId } = ctx.viewer;
    for (const name of [`private-user-${userId}`, `private-group-${group}.2`]) {
      const channel = client.subscribe(name);
      await new Promise((resolve) => channel.bind('pusher:subscription_succeeded', resolve));
    }
    const pushed = new Promise((resolve) => client.bind(pushedEvent, resolve));
    await pushEvent({ tenantId: ctx.tenant.id, userId }, 'import.finished', { rows: 3 });
    const told = { tenant: ctx.tenant.id, name: 'import.finished', payload: { rows: 3 } };
    expect(await pushed).toEqual(told);
    const rekeyed = new Promise((resolve) => client.bind(channelsChanged, () => resolve(true)));
    const payload = { kind: 'group', groupId: group, epoch: 3, userIds: [] };
    await rekeyGroup.run({ payload } as never);
    expect(await rekeyed).toBe(true);
  });
});
