import { randomUUID } from 'node:crypto';
import { describe, expect } from 'vitest';
import {
  actAs,
  grantChanges,
  makeSuperuser,
  supportPlan,
  supportState,
} from '../../testing/support-trial';
import { tenantTest } from '../../testing/tenant-test/tenant-test';
import { findViewer } from '../check-session';
import { endOtherSessions } from '../end-session';
import { listOwnSessions, listOwnTenants } from '../list-own';
import { newSecret, secretHash } from '../secret';
import { issueTicket } from '../tickets/issue-ticket';
import { redeemTicket } from '../tickets/redeem-ticket';
import { beginSupport } from './begin-support';
import { issueSupportTicket } from './issue-support-ticket';

const test = tenantTest({ rows: async () => {} });

describe('its session', () => {
  test('is no device of the person: not listed, not ended as one, not told as seen', async ({
    world,
    tenant,
    asEditor,
  }) => {
    const { editor } = tenant.people;
    const seen = async () => {
      const [row] = await world.owner`
        select last_seen_at from platform.memberships
        where tenant_id = ${tenant.id} and user_id = ${editor.id}`;
      return row?.last_seen_at;
    };
    const before = await seen();
    const root = await makeSuperuser(world);
    const { session } = await actAs(world, root, supportPlan(tenant.id, editor.id));
    await world.owner`
      update platform.sessions set last_seen_at = now() - interval '1 hour' where id = ${session}`;
    await findViewer(session, tenant.id, world.client);
    expect(await seen()).toEqual(before);
    const own = await listOwnSessions(asEditor.viewer.sessionId, world.client);
    expect(own.map(({ id }) => id)).toEqual([asEditor.viewer.sessionId]);
    for (const target of [session, null]) {
      expect(await endOtherSessions(asEditor.viewer.sessionId, target, 'r', world.client)).toBe(0);
    }
    expect(await findViewer(session, tenant.id, world.client)).not.toBeNull();
  });

  test('sees and ends none of the person’s devices, and none of their other tenants', async ({
    world,
    tenant,
    other,
    asEditor,
  }) => {
    const { editor } = tenant.people;
    await world.owner`
      insert into platform.memberships (tenant_id, user_id, role) values (${other.id}, ${editor.id}, 'member')`;
    const root = await makeSuperuser(world);
    const { session } = await actAs(world, root, supportPlan(tenant.id, editor.id));
    expect(await listOwnSessions(session, world.client)).toEqual([]);
    expect((await listOwnTenants(session, world.client)).map(({ id }) => id)).toEqual([tenant.id]);
    for (const target of [asEditor.viewer.sessionId, null]) {
      expect(await endOtherSessions(session, target, 'r', world.client)).toBe(0);
    }
    expect(await findViewer(asEditor.viewer.sessionId, tenant.id, world.client)).not.toBeNull();
  });

  test('is nothing on the root host and at other tenants, and no ticket leads there', async ({
    world,
    tenant,
    other,
  }) => {
    const root = await makeSuperuser(world);
    const { id, session } = await actAs(
      world,
      root,
      supportPlan(tenant.id, tenant.people.owner.id),
    );
    for (const realm of [null, other.id]) {
      expect(await findViewer(session, realm, world.client)).toBeNull();
      const target = { realm, address: 'http://a', state: secretHash(supportState), next: '/' };
      expect(await issueTicket(session, target, world.client)).toBeNull();
    }
    const place = { tenantId: tenant.id, address: 'http://a', state: secretHash(supportState) };
    expect(await issueSupportTicket(session, id, place, world.client)).toBeNull();
  });
});

describe('its ticket', () => {
  test('is good once, in one browser, at one tenant, from the session it began in', async ({
    world,
    tenant,
    other,
  }) => {
    const [root, second] = [await makeSuperuser(world), await makeSuperuser(world)];
    const plan = supportPlan(tenant.id, tenant.people.editor.id);
    const id = await beginSupport(root.session, plan, 'r', world.client);
    const place = { tenantId: tenant.id, address: 'http://a', state: secretHash(supportState) };
    const [elsewhere] = await world.owner`
      insert into platform.sessions (user_id, expires_at)
      values (${root.id}, now() + interval '1 hour') returning id`;
    for (const session of [second.session, String(elsewhere?.id), randomUUID()]) {
      expect(await issueSupportTicket(session, id, place, world.client)).toBeNull();
    }
    const foreign = { ...place, tenantId: other.id };
    expect(await issueSupportTicket(root.session, id, foreign, world.client)).toBeNull();
    for (const forged of ['', 'x', "' or true --", randomUUID()]) {
      expect(await issueSupportTicket(root.session, forged, place, world.client)).toBeNull();
    }
    const spend = async (realm: string, state: string, ticket: string | null) =>
      redeemTicket(
        String(ticket),
        {
          ...{ realm, address: 'http://a', state, replaced: null },
          ...{ userAgent: '', clientAddress: '', requestId: 'r' },
        },
        world.client,
      );
    const issue = () => issueSupportTicket(root.session, id, place, world.client);
    expect(await spend(tenant.id, newSecret(), await issue()), 'another browser').toBeNull();
    expect(await spend(other.id, supportState, await issue()), 'another tenant').toBeNull();
    const ticket = await issue();
    const found = await spend(tenant.id, supportState, ticket);
    expect(found).toMatchObject({ userId: tenant.people.editor.id, isKept: false });
    expect(found?.seconds).toBeLessThanOrEqual(15 * 60);
    expect(await spend(tenant.id, supportState, ticket), 'twice').toBeNull();
    // Entered anew, the session before is nothing.
    const again = await spend(tenant.id, supportState, await issue());
    expect(await findViewer(String(found?.sessionId), tenant.id, world.client)).toBeNull();
    expect(await findViewer(String(again?.sessionId), tenant.id, world.client)).not.toBeNull();
  });

  test('made before the end opens nothing after it', async ({ world, tenant }) => {
    const root = await makeSuperuser(world);
    const plan = supportPlan(tenant.id, tenant.people.editor.id);
    const id = await beginSupport(root.session, plan, 'r', world.client);
    const place = { tenantId: tenant.id, address: 'http://a', state: secretHash(supportState) };
    const ticket = await issueSupportTicket(root.session, id, place, world.client);
    await world.owner`update platform.tenants set status = 'suspended' where id = ${tenant.id}`;
    await world.owner`update platform.tenants set status = 'active' where id = ${tenant.id}`;
    const here = { realm: tenant.id, address: 'http://a', state: supportState, replaced: null };
    const from = { userAgent: '', clientAddress: '', requestId: 'r' };
    expect(await redeemTicket(String(ticket), { ...here, ...from }, world.client)).toBeNull();
  });
});

test('in plain SQL: what is bound to it writes nothing, cannot take that back, and signs what it may', async ({
  world,
  tenant,
}) => {
  const root = await makeSuperuser(world);
  const plan = supportPlan(tenant.id, tenant.people.owner.id, { canWrite: true });
  await grantChanges(world, tenant.id);
  const { id, session } = await actAs(world, root, plan);
  const tryIt = (...statements: string[]) =>
    world.client
      .query((sql) =>
        sql.begin(async (tx) => {
          await tx`select set_config('app.tenant_id', ${tenant.id}, true),
            platform.bind_support(${session}, ${tenant.id})`;
          for (const statement of statements) await tx.unsafe(statement);
          const [row] = await tx`select payload from platform.events where type = 'x.y'`;
          return row?.payload;
        }),
      )
      .catch((error) => error.code);
  const event = `insert into platform.events (tenant_id, type, payload)
    values ('${tenant.id}', 'x.y', '{"support":{"name":"Nobody"}}')`;
  expect(await tryIt(event)).toMatchObject({ support: { id: root.id, name: 'Root', session: id } });
  expect(await tryIt(`delete from platform.memberships`)).toBe('42501');
  await world.owner`delete from platform.support_grants where tenant_id = ${tenant.id}`;
  expect(await tryIt(event)).toBe('25006');
  expect(await tryIt('set transaction read write', event)).toBe('25001');
  expect(await tryIt("select set_config('transaction_read_only', 'off', true)", event)).toBe(
    '25001',
  );
  expect(await tryIt(`delete from platform.memberships`)).toMatch(/25006|42501/);
});
