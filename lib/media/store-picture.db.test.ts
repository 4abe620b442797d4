import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { quotaWorld } from '../testing/quota-world';
import { findForm } from './find-form';
import type { MediaContext } from './media-context';
import { diskStorage } from './storage/disk-storage';
import type { MediaStorage } from './storage/media-storage';
import { storePicture } from './store-picture';

const world = quotaWorld();
let folder: string;
let storage: MediaStorage;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'media-'));
  storage = diskStorage(folder);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const ctx = (tenant: 'acme' | 'globex' = 'acme') => world[tenant].ctx as unknown as MediaContext;
const plain = (color: string, width = 1000) =>
  sharp({ create: { width, height: 500, channels: 3, background: color } })
    .png()
    .toBuffer();
const upload = async (color: string, tenant?: 'acme' | 'globex') =>
  storePicture(ctx(tenant), { bytes: await plain(color), fileName: 'A b.jpg', alt: '' }, storage);
const kept = (tenant: string) => readdir(join(folder, 'media', tenant)).catch(() => []);

test('a file is kept in all its widths, counted, and the very same one is not kept twice', async () => {
  const { picture, isNew } = await upload('red');
  expect(isNew).toBe(true);
  expect(picture).toMatchObject({ fileName: 'A-b.png', width: 1000, height: 500 });
  expect((await readdir(join(folder, 'media', world.acme.id, picture.id))).sort()).toEqual([
    '480',
    '960',
    'whole',
  ]);
  const [row] =
    await world.owner`select stored_bytes::int as n from media where id = ${picture.id}`;
  expect(row?.n).toBeGreaterThan(picture.bytes);
  expect(await world.used('storage')).toBe(row?.n);
  expect(await upload('red')).toEqual({ picture, isNew: false });
  expect((await upload('red', 'globex')).isNew).toBe(true);
  await world.owner`delete from media where id = ${picture.id}`;
  expect(await world.used('storage')).toBe(0);
});

test('of the same file twice at once one is kept, with one folder', async () => {
  const both = await Promise.all([upload('blue'), upload('blue'), upload('blue')]);
  expect(both.filter(({ isNew }) => isNew)).toHaveLength(1);
  expect(new Set(both.map(({ picture }) => picture.id)).size).toBe(1);
  const [row] =
    await world.owner`select count(*)::int as n from media where tenant_id = ${world.acme.id}`;
  expect(row?.n).toBe(1);
  expect(await kept(world.acme.id)).toContain(both[0]?.picture.id);
});

test('of two that take the last bytes at once one is refused and leaves no file', async () => {
  const used = await world.used('storage');
  const before = await kept(world.acme.id);
  const [a, b] = await Promise.all(['#101010', '#202020'].map((color) => plain(color)));
  const sizes = await storePicture(
    ctx('globex'),
    { bytes: a as Buffer, fileName: 'x', alt: '' },
    storage,
  );
  const [row] = await world.owner`
    select stored_bytes::int as n from media where id = ${sizes.picture.id}`;
  await world.limit('storage', used + Math.floor(row?.n * 1.5));
  const tries = await Promise.allSettled(
    [a, b].map((bytes) =>
      storePicture(ctx(), { bytes: bytes as Buffer, fileName: 'x.png', alt: '' }, storage),
    ),
  );
  expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  const refused = tries.find(({ status }) => status === 'rejected') as PromiseRejectedResult;
  expect(refused.reason).toMatchObject({ name: 'LimitReached', code: 'conflict' });
  expect(refused.reason.message).toContain('There is not enough storage left');
  expect(await kept(world.acme.id)).toHaveLength(before.length + 1);
});

test('where nothing is left no picture is drawn at all', async () => {
  await world.limit('storage', await world.used('storage'));
  const bytes = Buffer.concat([(await plain('#303030')).subarray(0, 60), Buffer.alloc(9)]);
  const sent = storePicture(ctx(), { bytes, fileName: 'x.png', alt: '' }, storage);
  // Damaged, which nobody has noticed.
  await expect(sent).rejects.toMatchObject({ name: 'LimitReached' });
  await world.limit('storage', null);
  const again = storePicture(ctx(), { bytes, fileName: 'x.png', alt: '' }, storage);
  await expect(again).rejects.toMatchObject({ code: 'unusable' });
});

test('a picture is found at its own tenant, under its own name and widths alone', async () => {
  const { picture } = await upload('green', 'globex');
  const find = (changed: object, tenant: 'acme' | 'globex' = 'globex') =>
    findForm(
      ctx(tenant) as never,
      { id: picture.id, width: null, fileName: picture.fileName, ...changed },
      () => storage,
    );
  const found = await find({});
  expect((await found?.read())?.length).toBe(picture.bytes);
  expect((await find({ width: 480 }))?.contentType).toBe('image/webp');
  const [narrow, whole] = [await find({ width: 1600 }), await find({})];
  expect(narrow).toMatchObject({ etag: whole?.etag, contentType: 'image/png' });
  expect(await find({}, 'acme')).toBeNull();
  for (const changed of [
    { width: 481 },
    { fileName: 'other.png' },
    { id: picture.id.toUpperCase() },
    { id: '../../x' },
  ]) {
    expect(await find(changed)).toBeNull();
  }
});

test('who may not write adds nothing, whatever way they came', async () => {
  const reader = { ...ctx(), can: () => false };
  const bytes = await plain('white');
  await expect(
    storePicture(reader, { bytes, fileName: 'x', alt: '' }, storage),
  ).rejects.toMatchObject({ code: 'forbidden' });
});

test('a post whose cover is deleted stays, without one; a foreign picture cannot be a cover', async () => {
  const { picture } = await upload('yellow', 'globex');
  const { owner, globex, acme } = world;
  const post = (tenant: typeof acme, slug: string) => owner`
    insert into posts (tenant_id, slug, title, author_id, cover_id)
    values (${tenant.id}, ${slug}, 'Post', ${tenant.authorId}, ${picture.id})`;
  await post(globex, 'covered');
  await expect(post(acme, 'stolen')).rejects.toThrow('posts_cover_fkey');
  await owner`delete from media where id = ${picture.id}`;
  const [left] = await owner`select tenant_id, cover_id from posts where slug = 'covered'`;
  expect(left).toEqual({ tenant_id: globex.id, cover_id: null });
});
