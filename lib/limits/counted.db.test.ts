import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { quotas } from '../db/schema/platform';
import { quotaWorld } from '../testing/quota-world';
import { useStorage } from './use-storage';

const world = quotaWorld();

describe('members', () => {
  const people = (count: number) =>
    world.owner`
      insert into platform.users (email, name)
      select gen_random_uuid() || '@example.com', 'P' from generate_series(1, ${count}) returning id`;
  const join = (id: string, tenant = world.acme.id) =>
    world.owner`insert into platform.memberships (tenant_id, user_id) values (${tenant}, ${id})`;

  test('are counted by every way in, and of many at once the last place is taken once', async () => {
    await world.limit('members', 3);
    const all = await people(10);
    const results = await Promise.allSettled(all.map(({ id }) => join(id)));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
    expect(await world.used('members')).toBe(3);
    for (const { id } of all) await join(id, world.globex.id);
    await world.owner`delete from platform.users where id in ${world.owner(all.map(({ id }) => id))}`;
    expect([await world.used('members'), await world.used('members', world.globex)]).toEqual([
      0, 0,
    ]);
  });
});

describe('storage', () => {
  const take = (bytes: number, tenant = world.acme) =>
    tenant.ctx.db.write((tx) => useStorage(tx as never, bytes));

  test('is taken and given back, and never more than there is', async () => {
    await world.limit('storage', 1000);
    expect(await take(600)).toBe(600);
    const tries = await Promise.allSettled([take(300), take(300), take(300)]);
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await expect(take(101)).rejects.toThrow('900 bytes of 1000 bytes are used');
    expect(await take(-5000)).toBe(0);
    expect(await take(10 ** 12, world.globex)).toBe(10 ** 12);
    expect(await world.used('storage')).toBe(0);
  });

  test('goes with the transaction that noted the file', async () => {
    const undone = world.acme.ctx.db.write(async (tx) => {
      await useStorage(tx as never, 10);
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    expect(await world.used('storage')).toBe(0);
  });
});

describe('limits', () => {
  test('a new tenant has the platform’s, and follows them until it is given its own', async () => {
    await world.owner`update platform.quota_defaults set most = 7 where name = 'posts'`;
    const [made] = await world.owner`
      insert into platform.tenants (slug, name, owner_id)
      select 'fresh', 'Fresh', owner_id from platform.tenants limit 1 returning id`;
    const mostOf = async () => {
      const [row] = await world.owner`
        select most from platform.quotas where tenant_id = ${made?.id} and name = 'posts'`;
      return row?.most === null ? null : Number(row?.most);
    };
    expect(await mostOf()).toBe(7);
    await world.owner`update platform.quota_defaults set most = 9 where name = 'posts'`;
    expect(await mostOf()).toBe(9);
    await world.limit('posts', 3, made?.id);
    await world.owner`update platform.quota_defaults set most = 11 where name = 'posts'`;
    expect(await mostOf()).toBe(3);
  });

  test('a tenant cannot set its own, nor see another’s', async () => {
    const { db } = world.acme.ctx;
    const raise = db.write((tx) => tx.update(quotas).set({ most: null, used: 0 }));
    await expect(raise).rejects.toMatchObject({ cause: { code: '42501' } });
    const rows = await db.read((tx) =>
      tx.select().from(quotas).where(eq(quotas.tenantId, world.globex.id)),
    );
    expect(rows).toEqual([]);
  });
});
