import {
  TextReader,
  Uint8ArrayReader,
  Uint8ArrayWriter,
  ZipWriter,
} from '@zip.js/zip.js/lib/zip-core-native.js';
import { expect, test } from 'vitest';
import { mostFileBytes } from './post-file';
import { readUploads } from './read-uploads';

type Entries = Record<string, string | Uint8Array>;

async function zip(entries: Entries, password?: string, level = 6): Promise<Uint8Array> {
  const writer = new ZipWriter(new Uint8ArrayWriter());
  for (const [name, content] of Object.entries(entries)) {
    const reader =
      typeof content === 'string' ? new TextReader(content) : new Uint8ArrayReader(content);
    await writer.add(name, reader as TextReader, { password, level });
  }
  return writer.close();
}
const upload = (name: string, content: Uint8Array | string) => {
  const blob = new Blob([content as BlobPart]);
  return { name, size: blob.size, open: async () => blob };
};
const readZip = async (entries: Entries, password?: string) =>
  readUploads([upload('a.zip', await zip(entries, password))]);
const faultsOf = ({ refused }: Awaited<ReturnType<typeof readUploads>>) =>
  refused.map(({ name, faults }) => `${name}: ${faults[0]?.message}`);

test('Markdown files and those of archives are read, others are counted', async () => {
  const archive = await zip({
    'posts/a.md': 'A',
    'posts/a.png': 'x',
    '__MACOSX/._a.md': 'x',
    '.git/b.md': 'x',
  });
  const read = await readUploads([upload('b.markdown', '\uFEFFB'), upload('a.ZIP', archive)]);
  expect(read.files).toEqual([
    { name: 'b.markdown', text: 'B' },
    { name: 'posts/a.md', text: 'A' },
  ]);
  expect(read).toMatchObject({ refused: [], leftOut: 1 });
});

test('what cannot be read is told by name, and takes nothing else with it', async () => {
  const latin = new Uint8Array([0x4c, 0xfc, 0x62]);
  const read = await readUploads([
    upload('old.md', latin),
    upload('a.docx', 'x'),
    upload('broken.zip', 'PK no archive'),
    upload('fine.md', 'Fine'),
  ]);
  expect(faultsOf(read)).toEqual([
    'old.md: It is not a text in UTF-8. Save it as UTF-8 and try again.',
    'a.docx: It is neither a Markdown file nor a zip archive.',
    'broken.zip: It cannot be read as a zip archive. It may be damaged.',
  ]);
  expect(read.files).toHaveLength(1);
});

test('paths that lead out, encrypted and damaged files are refused', async () => {
  expect(faultsOf(await readZip({ '../../etc/a.md': 'x', 'b.md': 'x' }))).toEqual([
    expect.stringMatching(/a\.md: Its path leads out of the archive\.$/),
  ]);
  expect(faultsOf(await readZip({ 'a.md': 'x' }, 'secret'))).toEqual([
    'a.zip: a.md: It is encrypted.',
  ]);
  const bytes = await zip({ 'a.md': 'x'.repeat(5000), 'b.md': 'B' }, undefined, 0);
  bytes[2000] = 0;
  const damaged = await readUploads([upload('a.zip', bytes)]);
  expect(faultsOf(damaged)).toEqual(['a.zip: a.md: It is damaged and cannot be unpacked.']);
  expect(damaged.files).toHaveLength(1);
});

test('an archive that would fill the memory is unpacked no further than a file may go', async () => {
  const huge = new Uint8Array(200_000_000);
  const bomb = await zip({ 'bomb.md': huge, 'after.md': 'Still here' });
  expect(bomb.byteLength).toBeLessThan(1_000_000);
  const words = `It has more than ${mostFileBytes / 1_000_000} MB, which no post can hold.`;
  const honest = await readUploads([upload('a.zip', bomb)]);
  expect(faultsOf(honest)).toEqual([`a.zip: bomb.md: ${words}`]);
  expect(honest.files).toEqual([{ name: 'after.md', text: 'Still here' }]);
});

test('a size that lies is not believed', async () => {
  const bytes = await zip({ 'bomb.md': new Uint8Array(50_000_000) });
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  for (let at = 0; at < bytes.byteLength - 30; at += 1) {
    // The central directory says how large a file is unpacked.
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 10, true);
  }
  const read = await readUploads([upload('a.zip', bytes)]);
  expect(read.files).toEqual([]);
  expect(faultsOf(read)).toHaveLength(1);
});

test('files of one name are told apart, and one that is too long is refused', async () => {
  const archive = await zip({ 'a.md': 'A', 'long.md': 'x'.repeat(400_001) });
  const read = await readUploads([upload('1.zip', archive), upload('2.zip', archive)]);
  expect(read.files.map(({ name }) => name)).toEqual(['a.md', '2.zip/a.md']);
  expect(faultsOf(read)[0]).toContain('more than 400,000 characters');
});

test('there is an end to the files of one import', async () => {
  const many = Array.from({ length: 2003 }, (_, n) => upload(`${n}.md`, 'x'));
  const read = await readUploads(many);
  expect(read.files).toHaveLength(2000);
  expect(faultsOf(read)[0]).toContain('at most 2000 files');
});
