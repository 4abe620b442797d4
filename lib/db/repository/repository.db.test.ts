import { sql } from 'drizzle-orm';
import { pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { beforeEach, describe, expect, test } from 'vitest';
import { prepareTenants } from '../../testing/prepare-tenants';
import { memberships, rateLimits, tenants } from '../schema/platform';
import { postTags, tags } from '../schema/tenant';
import { scopedDb } from '../scoped-db';
import { createRepository } from './create-repository';
import { RowChanged, RowNotFound, RowTaken } from './row-errors';

const world = prepareTenants(['acme', 'globex']);
const of = (at: number) => scopedDb(world.tenants[at]?.id ?? '', undefined, world.client);
const [acme, globex] = [() => of(0).scoped(tags), () => of(1).scoped(tags)];
const add = (slug: string, name = slug) => acme().create({ slug, name });
let theirs: { id: string };
beforeEach(async () => {
  await world.owner`delete from tags`;
  theirs = await globex().create({ slug: 'news', name: 'globex' });
});
const theirRow = async () => (await world.owner`select * from tags where id = ${theirs.id}`)[0];

describe('one row', () => {
  test('is made, found, changed and put into the trash', async () => {
    const made = await add('news');
    expect(made).toMatchObject({ tenantId: world.tenants[0]?.id, version: 1, deletedAt: null });
    expect(await acme().get(made.id)).toEqual(made);
    const saved = await acme().update(made.id, { name: 'Nouvelles' });
    expect(saved).toMatchObject({ id: made.id, name: 'Nouvelles', slug: 'news', version: 2 });
    expect(saved.updatedAt.getTime()).toBeGreaterThanOrEqual(made.updatedAt.getTime());
    await acme().remove(made.id);
    expect(await acme().find(made.id)).toBeNull();
    await expect(acme().remove(made.id)).rejects.toThrow(RowNotFound);
    expect((await acme().list({ trash: true })).rows).toMatchObject([{ id: made.id, version: 3 }]);
    await acme().remove(made.id, { forever: true });
    expect((await acme().list({ trash: true })).rows).toEqual([]);
  });
  test('goes for good where the table has no trash', async () => {
    const { authorId } = world.tenants[0] ?? {};
    const [post] = await world.owner`
      insert into posts (tenant_id, slug, title, author_id)
      values (${world.tenants[0]?.id ?? ''}, ${crypto.randomUUID()}, 'x', ${authorId ?? ''}) returning id`;
    const made = await of(0)
      .scoped(postTags)
      .create({ postId: post?.id, tagId: (await add('a')).id });
    await of(0).scoped(postTags).remove(made.id);
    expect((await of(0).scoped(postTags).list()).rows).toEqual([]);
  });
  test('of a version that is no longer the newest is not overwritten', async () => {
    const { id } = await add('news');
    await acme().update(id, { name: 'first' }, { version: 1 });
    const second = acme().update(id, { name: 'second' }, { version: 1 });
    await expect(second).rejects.toThrow(RowChanged);
    await expect(acme().remove(id, { version: 1 })).rejects.toThrow(RowChanged);
    expect(await acme().get(id)).toMatchObject({ name: 'first', version: 2 });
    await acme().remove(id, { version: 2 });
  });
  test('with a value that is taken in the tenant is refused in plain words', async () => {
    const [, other] = [await add('news'), await add('other')];
    await expect(add('news')).rejects.toThrow(RowTaken);
    await expect(acme().update(other.id, { slug: 'news' })).rejects.toThrow(RowTaken);
  });
});

describe('a row of another tenant', () => {
  const absent = '00000000-0000-4000-8000-000000000000';
  test.each(['get', 'update', 'remove'] as const)(
    '%s: not found, by the words of one that never was',
    async (verb) => {
      const messages = [theirs.id, absent, 'no id at all'].map(async (id) => {
        const asked =
          verb === 'update'
            ? acme().update(id, { name: 'taken' }, { version: 1 })
            : acme()[verb](id);
        const error: unknown = await asked.catch((thrown) => thrown);
        expect(error).toBeInstanceOf(RowNotFound);
        return (error as Error).message;
      });
      expect(new Set(await Promise.all(messages)).size).toBe(1);
      expect(await theirRow()).toMatchObject({ name: 'globex', version: 1, deleted_at: null });
    },
  );
  test('is found, listed and counted by nobody else, whatever the condition', async () => {
    const own = await add('mine');
    expect(await acme().find(theirs.id)).toBeNull();
    const { rows } = await acme().list({ where: sql`true or true` });
    expect(rows.map(({ id }) => id)).toEqual([own.id]);
    const ids = [theirs.id, own.id, 'none'];
    expect(await acme().updateMany(ids, { name: 'all' })).toEqual([own.id]);
    expect(await acme().updateMany({ where: sql`true or true` }, { name: 'all' })).toEqual([
      own.id,
    ]);
    expect(await acme().removeMany(ids)).toEqual([own.id]);
    expect(await acme().removeMany({ where: sql`true or true` }, { forever: true })).toEqual([
      own.id,
    ]);
    expect(await theirRow()).toMatchObject({ name: 'globex', version: 1, deleted_at: null });
  });
  test('takes no value away', async () => {
    expect(await acme().isUnique('slug', 'news')).toBe(true);
    expect(await globex().isUnique('slug', 'news')).toBe(false);
    expect(await globex().isUnique('slug', 'news', theirs.id)).toBe(true);
    await globex().remove(theirs.id);
    expect(await globex().isUnique('slug', 'news')).toBe(true);
    expect(await globex().isUnique('slug', 'a\0b')).toBe(true);
  });
});

describe('what may not be given', () => {
  const own = () => world.tenants[0]?.id;
  test.each([
    ['tenantId', () => ({ tenantId: world.tenants[1]?.id })],
    ['tenantId', () => ({ tenantId: own() })],
    ['version', () => ({ version: 7 })],
    ['nonsense', () => ({ nonsense: 1 })],
  ])('%s is refused by name, in create and update alike', async (field, given) => {
    const values = { slug: 'x', name: 'x', ...given() };
    const fields = { [field]: [expect.any(String)] };
    const refused = { code: 'bad_input', fields };
    await expect(acme().create(values)).rejects.toMatchObject(refused);
    await expect(acme().createMany([{ slug: 'a', name: 'a' }, values])).rejects.toMatchObject(
      refused,
    );
    const { id } = await add('y');
    await expect(acme().update(id, values)).rejects.toMatchObject(refused);
    await expect(acme().updateMany([id], values)).rejects.toMatchObject(refused);
    expect((await acme().list()).rows).toMatchObject([{ slug: 'y', version: 1 }]);
  });
  test('the id may be chosen at the start, and not changed', async () => {
    const id = crypto.randomUUID();
    expect((await acme().create({ id, slug: 'x', name: 'x' })).id).toBe(id);
    const values = { id: crypto.randomUUID() } as never;
    await expect(acme().update(id, values)).rejects.toMatchObject({ code: 'bad_input' });
  });
  test('types say the same', () => {
    // @ts-expect-error: the tenant is not the caller's to name
    const create = () => acme().create({ slug: 'x', name: 'x', tenantId: 'x' });
    // @ts-expect-error: a tag has no title
    const update = () => acme().update('x', { title: 'x' });
    // @ts-expect-error: nor can its name be a number
    const check = () => acme().isUnique('name', 1);
    // @ts-expect-error: a table without tenants and ids is none for it
    const table = () => of(0).scoped(rateLimits);
    expect([create, update, check, table]).toHaveLength(4);
  });
});

describe('a table whose tenant goes by another name', () => {
  const renamed = pgTable('tags', {
    id: uuid().notNull(),
    organisation: uuid('tenant_id').notNull(),
    slug: text().notNull(),
    name: text().notNull(),
  });
  test('is scoped by it, and the option must say the same', async () => {
    const repository = of(0).scoped(renamed, { tenantField: 'organisation' });
    const made = await repository.create({ id: crypto.randomUUID(), slug: 's', name: 'n' });
    expect(made.organisation).toBe(world.tenants[0]?.id);
    await expect(repository.get(theirs.id)).rejects.toThrow(RowNotFound);
    const wrong = { tenantField: 'slug' } as const;
    expect(() => of(0).scoped(renamed, wrong)).toThrow(/organisation here, and not by slug/);
  });
  test('a table of no tenant is refused, the tenants themselves are one row', async () => {
    const { read, write } = of(0);
    expect(() => createRepository({ read, write }, rateLimits as never)).toThrow(/no tenant/);
    const { rows } = await of(0).scoped(tenants).list();
    expect(rows.map(({ slug }) => slug)).toEqual(['acme']);
    expect((await of(0).scoped(memberships).list()).rows).toEqual([]);
  });
});
