import { afterAll, beforeAll, expect } from 'vitest';
import { memberContext } from '../api/member-context';
import { endBrowser } from '../auth/end-session';
import { getTenant } from '../tenancy/get-tenant';
import { tenantContext } from '../tenancy/tenant-context';
import { type RealtimeTrial, startRealtimeTrial } from '../testing/realtime-trial';
import { tenantTest } from '../testing/tenant-test/tenant-test';
import type { TestWorld } from '../testing/tenant-test/test-world';
import { authorizeOwnChannels } from './authorize-own-channels';
import { issueConnectionTicket, redeemConnectionTicket } from './ticket';

const test = tenantTest({ rows: async () => {} });
const refused = { code: 'not_signed_in' };

let trial: RealtimeTrial;
beforeAll(async () => {
  trial = await startRealtimeTrial();
});
afterAll(() => trial.close());

const spend = async (world: TestWorld, tenantId: string, ticket: string) => {
  const ctx = tenantContext(await getTenant(tenantId, world.client), { client: world.client });
  const member = memberContext(ctx, await redeemConnectionTicket(ctx, ticket), 'r');
  return { channels: await authorizeOwnChannels(member, '5.5') };
};

test('a ticket is good once, at its own tenant, for what its person may hear', async ({
  world,
  tenant,
  other,
  asMember,
}) => {
  const { ticket, seconds } = await issueConnectionTicket(asMember.tenant, asMember.viewer);
  expect(seconds).toBe(60);
  await expect(spend(world, other.id, ticket)).rejects.toMatchObject(refused);
  const { channels } = await spend(world, tenant.id, ticket);
  expect(Object.keys(channels)).toEqual([
    `private-user-${asMember.viewer.userId}`,
    `private-org-${tenant.id}`,
  ]);
  expect(channels[`private-org-${tenant.id}`]?.auth).toMatch(/^[0-9a-f]{24}:[0-9a-f]{64}$/);
  await expect(spend(world, tenant.id, ticket)).rejects.toMatchObject(refused);
  await expect(spend(world, tenant.id, 'x')).rejects.toMatchObject(refused);
});

test('two who come with it at once: one gets in', async ({ world, tenant, asMember }) => {
  const { ticket } = await issueConnectionTicket(asMember.tenant, asMember.viewer);
  const both = await Promise.allSettled([1, 2, 3].map(() => spend(world, tenant.id, ticket)));
  expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});

test('it ends with the session, and neither keys nor support get one', async ({
  world,
  tenant,
  asMember,
}) => {
  const { ticket } = await issueConnectionTicket(asMember.tenant, asMember.viewer);
  await endBrowser(asMember.viewer.sessionId, 'r', world.client);
  await expect(spend(world, tenant.id, ticket)).rejects.toMatchObject(refused);
  const key = { ...asMember.viewer, apiKey: { id: 'k', name: 'Key', expiresAt: null } };
  const forbidden = { code: 'forbidden' };
  await expect(issueConnectionTicket(asMember.tenant, key)).rejects.toMatchObject(forbidden);
  const support = { ...asMember.viewer, support: {} as never };
  await expect(issueConnectionTicket(asMember.tenant, support)).rejects.toMatchObject(forbidden);
});
