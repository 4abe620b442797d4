import { like } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { NoTenantBound } from '../../errors';
import { isUnique } from '../../tenancy/is-unique';
import { runAsTenant } from '../../tenancy/run-as-tenant';
import { scoped } from '../../tenancy/scoped';
import { prepareTenants } from '../../testing/prepare-tenants';
import { tags } from '../schema/tenant';
import { scopedDb } from '../scoped-db';
import { RowTaken } from './row-errors';

const world = prepareTenants(['acme', 'globex']);
const acmeDb = () => scopedDb(world.tenants[0]?.id ?? '', undefined, world.client);
const acme = () => acmeDb().scoped(tags);
const rows = (count: number) =>
  Array.from({ length: count }, (_, n) => ({ slug: `s-${n}`, name: `n ${n % 3}` }));
beforeEach(() => world.owner`delete from tags`);
const total = async () => (await world.owner`select count(*)::int as n from tags`)[0]?.n;

describe('many rows', () => {
  test('more than a statement can carry are made, changed and taken away', async () => {
    const made = await acme().createMany(rows(12_000));
    expect(made).toHaveLength(12_000);
    const ids = made.map(({ id }) => id);
    expect(await acme().updateMany([...ids, ...ids], { name: 'same' })).toHaveLength(12_000);
    const some = await acme().removeMany({ where: like(tags.slug, 's-1__') }, { forever: true });
    expect(some).toHaveLength(100);
    expect(await acme().removeMany(ids)).toHaveLength(11_900);
    expect(await acme().removeMany(ids, { forever: true })).toHaveLength(11_900);
    expect(await total()).toBe(0);
  });
  test('are all or none', async () => {
    const twice = [...rows(3), { slug: 's-0', name: 'again' }];
    await expect(acme().createMany(twice)).rejects.toThrow(RowTaken);
    expect(await total()).toBe(0);
  });
  test('none asked for is none touched', async () => {
    await acme().createMany(rows(2));
    expect(await acme().createMany([])).toEqual([]);
    expect(await acme().updateMany([], { name: 'x' })).toEqual([]);
    expect(await acme().removeMany([], { forever: true })).toEqual([]);
    expect(await total()).toBe(2);
  });
  test('and single ones are part of the transaction around them', async () => {
    const undone = acmeDb().write(async () => {
      await acme().createMany(rows(2));
      await acme().create({ slug: 'last', name: 'last' });
      expect((await acme().list()).rows).toHaveLength(3);
      throw new Error('undo');
    });
    await expect(undone).rejects.toThrow('undo');
    expect(await total()).toBe(0);
  });
});

describe('a list', () => {
  test.each(['newest', 'oldest'] as const)(
    '%s first, page by page, each row once',
    async (order) => {
      // All of one statement have one time, so only the id tells them apart.
      await acme().createMany(rows(7));
      await acme().createMany(rows(4).map(({ name }, n) => ({ slug: `later-${n}`, name })));
      const seen: string[] = [];
      for (let after: string | null | undefined; after !== null; ) {
        const page = await acme().list({ limit: 3, after, order });
        seen.push(...page.rows.map(({ slug }) => slug));
        after = page.next;
      }
      expect(new Set(seen).size).toBe(11);
      const laterFirst = seen.slice(0, 4).every((slug) => slug.startsWith('later'));
      expect(laterFirst).toBe(order === 'newest');
      const { rows: same } = await acme().list({ order, where: like(tags.name, 'n 0') });
      expect(same).toHaveLength(5);
    },
  );
  test.each([
    { limit: 0 },
    { limit: 501 },
    { limit: 1.5 },
    { after: 'nonsense' },
    { after: Buffer.from('["x","y"]').toString('base64url') },
    { after: Buffer.from('[null,"00000000-0000-4000-8000-000000000000"]').toString('base64url') },
  ])('%j is refused', async (options) => {
    await expect(acme().list(options)).rejects.toMatchObject({ code: 'bad_input' });
  });
});

describe('in the context at hand', () => {
  const tagInput = z.object({
    slug: z.string().refine((slug) => isUnique(tags, 'slug', slug), 'This is taken.'),
  });
  test('a refinement asks the tenant whose request it is', async () => {
    await acme().create({ slug: 'news', name: 'News' });
    const check = (slug: string) =>
      runAsTenant(slug, () => tagInput.safeParseAsync({ slug: 'news' }), { client: world.client });
    const [own, other] = await Promise.all(['acme', 'globex'].map(check));
    expect(own?.error?.issues).toMatchObject([{ path: ['slug'], message: 'This is taken.' }]);
    expect(other?.success).toBe(true);
  });
  test('scoped() works for that tenant, and throws where none is bound', async () => {
    const made = await runAsTenant(
      'globex',
      () => scoped(tags).create({ slug: 'news', name: 'globex' }),
      { client: world.client },
    );
    expect(made.tenantId).toBe(world.tenants[1]?.id);
    expect(() => scoped(tags)).toThrow(NoTenantBound);
    await expect(isUnique(tags, 'slug', 'news')).rejects.toThrow(NoTenantBound);
  });
});
