import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { skipWithout } from '../../testing/skip-without';
import { findS3Server, startS3, withoutS3 } from '../../testing/start-s3';
import { diskStorage } from './disk-storage';
import type { MediaStorage } from './media-storage';
import { s3Storage } from './s3-storage';
import { storagePath } from './storage-place';

const [acme, globex] = [randomUUID(), randomUUID()];
const program = findS3Server();

interface Opened {
  storage: MediaStorage;
  close(): Promise<unknown>;
}

const engines: Record<string, { open(): Promise<Opened>; missing: string | null }> = {
  disk: {
    missing: null,
    open: async () => {
      const folder = await mkdtemp(join(tmpdir(), 'disk-'));
      return { storage: diskStorage(folder), close: () => rm(folder, { recursive: true }) };
    },
  },
  S3: {
    missing: program ? null : withoutS3,
    open: async () => {
      const { settings, stop } = await startS3(program ?? '');
      return { storage: s3Storage(settings), close: stop };
    },
  },
};

for (const [name, { open, missing }] of Object.entries(engines)) {
  describe(name, () => {
    let opened: Opened;
    skipWithout(missing);
    beforeAll(async () => {
      if (missing === null) opened = await open();
    });
    afterAll(() => opened?.close());
    const place = (
      tenantId = acme,
      mediaId: string = randomUUID(),
      width: number | null = null,
    ) => ({
      tenantId,
      mediaId,
      width,
    });
    const read = async (at: ReturnType<typeof place>) => (await opened.storage.get(at))?.toString();
    const write = (at: ReturnType<typeof place>, text: string) =>
      opened.storage.put(at, Buffer.from(text), 'text/plain');

    test('what was put is there, byte for byte, and again is the same', async () => {
      const at = place();
      const bytes = Buffer.from(Array.from({ length: 300_000 }, (_, n) => n % 256));
      expect(await opened.storage.get(at)).toBeNull();
      for (const _ of [1, 2]) await opened.storage.put(at, bytes, 'image/png');
      expect((await opened.storage.get(at))?.equals(bytes)).toBe(true);
      await write(at, 'other');
      expect(await read(at)).toBe('other');
    });

    test('of several who write at once one is read whole', async () => {
      const at = place();
      const texts = ['a', 'b', 'c', 'd'].map((sign) => sign.repeat(200_000));
      await Promise.all(texts.map((text) => write(at, text)));
      expect(texts).toContain(await read(at));
    });

    test('a file goes with all its forms, and no other', async () => {
      const [whole, narrow] = [place(), place()];
      const form = { ...whole, width: 480 };
      for (const at of [whole, form, narrow]) await write(at, 'x');
      await opened.storage.remove(whole);
      await opened.storage.remove(whole);
      expect([await read(whole), await read(form), await read(narrow)]).toEqual([
        undefined,
        undefined,
        'x',
      ]);
    });

    test('a tenant goes with all its files, and no other', async () => {
      const own = Array.from({ length: 30 }, () => place(acme));
      const theirs = place(globex, own[0]?.mediaId);
      await Promise.all([...own, theirs].map((at) => write(at, at.tenantId)));
      await opened.storage.removeTenant(acme);
      await opened.storage.removeTenant(randomUUID());
      expect(await Promise.all(own.map(read))).toEqual(own.map(() => undefined));
      expect(await read(theirs)).toBe(globex);
    });
  });
}

test('a write to the disk that fails leaves nothing behind', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'disk-'));
  const storage = diskStorage(folder);
  const at = { tenantId: acme, mediaId: randomUUID(), width: null };
  await storage.put(at, Buffer.from('whole'), 'text/plain');
  await storage.put({ ...at, width: 480 }, Buffer.from('narrow'), 'text/plain');
  expect((await readdir(join(folder, storagePath(at), '..'))).sort()).toEqual(['480', 'whole']);
  await expect(
    storage.put({ ...at, width: 960 }, null as unknown as Buffer, 'text/plain'),
  ).rejects.toThrow();
  expect((await readdir(join(folder, storagePath(at), '..'))).sort()).toEqual(['480', 'whole']);
  await rm(folder, { recursive: true });
});

test.each(['', '..', 'x', `${acme}/..`, acme.toUpperCase()])('%j is no place', (id) => {
  expect(() => storagePath({ tenantId: id, mediaId: acme, width: null })).toThrow('ids');
  expect(() => storagePath({ tenantId: acme, mediaId: id, width: null })).toThrow('ids');
  expect(() => storagePath({ tenantId: acme, mediaId: acme, width: 0.5 })).toThrow('width');
});
