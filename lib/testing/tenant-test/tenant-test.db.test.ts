import { describe, expect } from 'vitest';
import { tagsResource } from '../../admin/resources/tags';
import { posts, tags } from '../../db/schema/tenant';
import { createRecord } from '../../resources/create-record';
import { clearTenant } from './clear-tenant';
import { tenantTest } from './tenant-test';
import { makeTestTenant } from './test-tenant';
import type { TestWorld } from './test-world';

const test = tenantTest();

describe('people of a test', () => {
  test('have the rights that the database gives them', ({
    asOwner,
    asEditor,
    asMember,
    asStranger,
  }) => {
    const rights = [asOwner, asEditor, asMember, asStranger].map(({ can }) => [
      ...[can('settings.write'), can('posts.write'), can('admin.enter'), can('account.use')],
    ]);
    expect(rights).toEqual([
      [true, true, true, true],
      [false, true, true, true],
      [false, false, false, true],
      [false, false, false, true],
    ]);
    expect(asMember.viewer.membership?.role).toBe('member');
    expect(asStranger.viewer.membership).toBeNull();
  });
  test('meet the domain code as doors let them in', async ({
    asOwner,
    asMember,
    tenant,
    other,
  }) => {
    const save = { slug: 'own', name: 'Own' };
    await createRecord(asOwner, tagsResource, save);
    await expect(createRecord(asMember, tagsResource, save)).rejects.toThrow(
      'You may not change tags.',
    );
    const rows = await asOwner.db.read((tx) => tx.select().from(posts));
    expect(rows.map(({ title }) => title).sort()).toEqual([
      `Draft of ${tenant.name}`,
      `Hello from ${tenant.name}`,
    ]);
    expect(JSON.stringify(rows)).not.toContain(other.id);
  });
});

/** Counts of rows by tenant and table, of every table that has a tenant. */
async function rowsOf({ world, id }: { world: TestWorld; id: string }) {
  const tables = await world.owner`
    select n.nspname || '.' || c.relname as name from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id'
    where c.relkind = 'r' and n.nspname in ('pool', 'platform')`;
  const counts = await Promise.all(
    tables.map(async ({ name }) => {
      const [row] = await world.owner.unsafe(
        `select count(*)::int as n from ${name} where tenant_id = $1`,
        [id],
      );
      return [name, row?.n] as const;
    }),
  );
  return Object.fromEntries(counts.filter(([, n]) => n > 0));
}

describe('what a test leaves', () => {
  const seen: string[] = [];
  test('is its own', ({ tenant, other }) => {
    seen.push(tenant.id, other.id);
  });
  test('is gone when the next one begins, people too', async ({ world, tenant }) => {
    expect(seen).toHaveLength(2);
    expect(seen).not.toContain(tenant.id);
    for (const id of seen) expect(await rowsOf({ world, id })).toEqual({});
    const people =
      await world.owner`select email from platform.users where email like '%example.com'`;
    expect(people).toHaveLength(6);
    expect(await world.owner`select from platform.purged_tenants`).toHaveLength(0);
  });
  test('goes without a row of anybody else, whatever state its tenant is in', async ({
    world,
    asOwner,
    tenant,
  }) => {
    const before = await rowsOf({ world, id: tenant.id });
    expect(before).toMatchObject({ 'pool.posts': 2, 'pool.tags': 1, 'platform.memberships': 3 });
    for (const status of ['active', 'suspended', 'deleted']) {
      const made = await makeTestTenant(world.ownerDb, 'Third');
      await world.owner`update platform.tenants set status = ${status} where id = ${made.id}`;
      await clearTenant(world.owner, made);
      expect(await rowsOf({ world, id: made.id })).toEqual({});
    }
    expect(await rowsOf({ world, id: tenant.id })).toEqual(before);
    expect(await asOwner.db.read((tx) => tx.select().from(tags))).toHaveLength(1);
  });
  test('is not thrown away with what others still need', async ({ world, tenant, other }) => {
    const { owner } = world;
    await owner`update platform.tenants set owner_id = ${other.people.member.id} where id = ${tenant.id}`;
    await expect(clearTenant(owner, other)).rejects.toThrow(/foreign key/);
    expect(await rowsOf({ world, id: other.id })).toMatchObject({ 'pool.posts': 2 });
    await owner`update platform.tenants set owner_id = ${tenant.people.owner.id} where id = ${tenant.id}`;
  });
});
