import { describe, expect } from 'vitest';
import { tagsResource } from '../../admin/resources/tags';
import { endSupportHere } from '../../admin/support/end-support-here';
import { grantSupport, withdrawSupport } from '../../admin/support/support-grant';
import { tenantRestPlace } from '../../api/rest-place';
import { apiKeys, groups, memberships, roles, supportGrants } from '../../db/schema/platform';
import { tags } from '../../db/schema/tenant';
import { createRecord } from '../../resources/create-record';
import { tenantApi } from '../../rest/tenant-api';
import { transferOwnTenant } from '../../tenancy/life/transfer-own-tenant';
import { askApi } from '../../testing/ask-api';
import { actAs, grantChanges, makeSuperuser, supportPlan } from '../../testing/support-trial';
import { tenantTest } from '../../testing/tenant-test/tenant-test';
import type { TestTenant } from '../../testing/tenant-test/test-tenant';
import type { TestWorld } from '../../testing/tenant-test/test-world';
import type { MemberContext } from '../viewer';

const test = tenantTest({ rows: async () => {} });
const forbidden = { code: 'forbidden' };

async function asSupport(world: TestWorld, tenant: TestTenant, canWrite = false) {
  const root = await makeSuperuser(world);
  if (canWrite) await grantChanges(world, tenant.id);
  const plan = supportPlan(tenant.id, tenant.people.owner.id, { canWrite });
  return { root, ...(await actAs(world, root, plan)) };
}

/** The REST API as a page of the tenant asks it: with the cookie. */
function asCookie(ctx: MemberContext, slug: string) {
  const place = tenantRestPlace(ctx, 'r');
  const asked = { app: tenantApi(), place, host: `${slug}.localhost:3000` };
  const headers = { origin: `http://${slug}.localhost:3000` };
  return (method: string, path: string, body?: unknown) =>
    askApi(asked, method, path, { body, headers, cookie: ctx.viewer });
}

describe('where nothing was granted', () => {
  test('it may look wherever the person may, and change nothing', async ({ world, tenant }) => {
    const { ctx } = await asSupport(world, tenant);
    for (const name of ['posts.read', 'members.read', 'audit.read', 'support.read'] as const) {
      expect([name, ctx.can(name)]).toEqual([name, true]);
    }
    for (const name of ['posts.write', 'settings.write', 'support.write', 'tags.delete'] as const) {
      expect([name, ctx.can(name)]).toEqual([name, false]);
    }
    await expect(createRecord(ctx, tagsResource, { name: 'By support' })).rejects.toMatchObject(
      forbidden,
    );
  });

  test('PostgreSQL itself refuses, whatever code asks for', async ({ world, tenant }) => {
    const { ctx } = await asSupport(world, tenant);
    const row = { slug: 'by-support', name: 'By support' };
    const insert = ctx.db.write((tx) => tx.insert(tags).values(row as never));
    await expect(insert).rejects.toMatchObject(forbidden);
    const together = ctx.db.writeTogether((tx) => [tx.insert(tags).values(row as never)]);
    await expect(together).rejects.toMatchObject(forbidden);
    await expect(ctx.db.write((tx) => tx.delete(memberships))).rejects.toMatchObject(forbidden);
    expect(await world.owner`select from tags where tenant_id = ${tenant.id}`).toHaveLength(0);
  });

  test('the REST API answers questions and refuses every change', async ({ world, tenant }) => {
    const { ctx } = await asSupport(world, tenant);
    const ask = asCookie(ctx, tenant.slug);
    expect((await ask('GET', '/tags')).status).toBe(200);
    expect((await ask('POST', '/tags', { name: 'By support' })).status).toBe(403);
    expect((await ask('PATCH', '/tenant', { name: 'Mine' })).status).toBe(403);
    expect((await ask('POST', '/roles', { name: 'Mine', permissions: [] })).status).toBe(403);
  });
});

describe('where changes are granted', () => {
  test('it changes what the person may, and both stand in the log', async ({ world, tenant }) => {
    const { ctx, id, root } = await asSupport(world, tenant, true);
    await createRecord(ctx, tagsResource, { name: 'By support' });
    expect((await asCookie(ctx, tenant.slug)('POST', '/tags', { name: 'By API' })).status).toBe(
      201,
    );
    const told = await world.owner`
      select actor_id, actor_name, payload -> 'support' as support from platform.events
      where tenant_id = ${tenant.id} and type = 'tag.created'`;
    const { owner } = tenant.people;
    const both = { actor_id: owner.id, actor_name: `Root for ${owner.name}` };
    expect(told).toHaveLength(2);
    for (const row of told) {
      expect(row).toMatchObject({ ...both, support: { id: root.id, name: 'Root', session: id } });
    }
  });

  test('who belongs, what they may do and this access itself are never theirs', async ({
    world,
    tenant,
  }) => {
    const { ctx, id } = await asSupport(world, tenant, true);
    const never = [
      ...['members.write', 'members.delete', 'roles.write', 'roles.delete', 'groups.write'],
      ...['support.write', 'settings.delete', 'invitations.write', 'api-keys.write'],
    ] as Parameters<typeof ctx.can>[0][];
    for (const name of never) expect([name, ctx.can(name)]).toEqual([name, false]);
    for (const table of [memberships, roles, groups, supportGrants]) {
      const gone = ctx.db.write((tx) => tx.delete(table));
      await expect(gone).rejects.toMatchObject(forbidden);
    }
    await expect(
      ctx.db.write((tx) => tx.update(memberships).set({ role: 'owner' })),
    ).rejects.toMatchObject(forbidden);
    const key = ctx.db.write((tx) => tx.update(apiKeys).set({ endedWhy: 'revoked' }));
    await expect(key).rejects.toMatchObject(forbidden);
    const made = ctx.db.write((tx) => tx.insert(apiKeys).values({ name: 'Mine' } as never));
    await expect(made).rejects.toMatchObject(forbidden);
    await expect(endSupportHere(ctx, id)).rejects.toMatchObject(forbidden);
    await expect(grantSupport(ctx, 7)).rejects.toMatchObject(forbidden);
    await expect(withdrawSupport(ctx)).rejects.toMatchObject(forbidden);
    await expect(
      transferOwnTenant(ctx, { toEmail: tenant.people.editor.email }),
    ).rejects.toMatchObject({ message: expect.stringContaining('Only the owner') });
    const ask = asCookie(ctx, tenant.slug);
    expect((await ask('POST', '/roles', { name: 'Mine', permissions: [] })).status).toBe(403);
    const [gone] = await world.client.query((sql) =>
      sql.begin(async (tx) => {
        await tx`select set_config('app.tenant_id', ${tenant.id}, true)`;
        return tx`select platform.delete_own_tenant(${ctx.viewer.sessionId}, 60) as done`;
      }),
    );
    expect(gone?.done).toBeNull();
  });

  test('a grant that is withdrawn holds from the very next write on', async ({
    world,
    tenant,
    asOwner,
  }) => {
    const { ctx } = await asSupport(world, tenant, true);
    await createRecord(ctx, tagsResource, { name: 'First' });
    await withdrawSupport(asOwner);
    // The same context, as an action holds it that has passed its door already.
    await expect(createRecord(ctx, tagsResource, { name: 'Second' })).rejects.toMatchObject(
      forbidden,
    );
    await endSupportHere(asOwner, String(ctx.support?.id));
    await expect(ctx.db.read((tx) => tx.select().from(tags))).rejects.toMatchObject(forbidden);
  });

  test('only an owner grants, for a week at most', async ({ world, tenant, asOwner, asEditor }) => {
    await expect(grantSupport(asEditor, 1)).rejects.toMatchObject(forbidden);
    await grantSupport(asOwner, 7);
    const tooLong = world.owner`
      update platform.support_grants set until = now() + interval '8 days' where tenant_id = ${tenant.id}`;
    await expect(tooLong).rejects.toMatchObject({ constraint_name: 'support_grants_time_check' });
    const forged = asOwner.db.write((tx) =>
      tx.update(supportGrants).set({ until: new Date(Date.now() + 30 * 86_400_000) }),
    );
    await expect(forged).rejects.toMatchObject({
      cause: { constraint_name: 'support_grants_time_check' },
    });
  });
});
