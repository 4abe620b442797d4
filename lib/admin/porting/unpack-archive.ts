import {
  BlobReader,
  ERR_ENCRYPTED,
  type FileEntry,
  ZipReader,
} from '@zip.js/zip.js/lib/zip-core-native.js';

/** A limit of the whole import: nothing more is read. */
export class OverLimit extends Error {}

/** Larger than one file may be, found out while it is unpacked. */
class TooLarge extends Error {}

interface Unpacking {
  isWanted(path: string): boolean;
  /** That a file may have unpacked. */
  mostBytes: number;
  take(path: string, content: Uint8Array): void;
  refuse(path: string, message: string): void;
  /** For files that are no Markdown. */
  leaveOut(path: string): void;
}

const mostEntries = 20_000;

/**
 * Unpacks the wanted files of a zip archive, one after the other. What an entry says of its size is
 * not believed: unpacking ends where a file has become too large.
 *
 * @throws OverLimit where `take` throws it, and for what is no archive.
 */
export async function unpackArchive(archive: Blob, unpacking: Unpacking): Promise<void> {
  const reader = new ZipReader(new BlobReader(archive), {
    checkSignature: true,
    // Names are labels here, no places: what is wrong with one concerns no other.
    filenameValidation: 'tolerant',
  });
  try {
    let count = 0;
    for await (const entry of entriesOf(reader)) {
      count += 1;
      if (count > mostEntries) throw new OverLimit('The archive has too many entries.');
      if (!entry.directory) await unpackEntry(entry, unpacking);
    }
  } finally {
    await reader.close();
  }
}

async function* entriesOf(reader: ZipReader<Blob>) {
  try {
    yield* reader.getEntriesGenerator();
  } catch (error) {
    if (error instanceof OverLimit) throw error;
    throw new OverLimit('It cannot be read as a zip archive. It may be damaged.');
  }
}

async function unpackEntry(entry: FileEntry, unpacking: Unpacking): Promise<void> {
  const path = entry.filename;
  const shown = path.slice(0, 200);
  // What Macs and editors put beside: nobody means it.
  if (/(^|\/)(__MACOSX\/|\.(?!\.?\/))/.test(path)) return;
  if (!unpacking.isWanted(path)) return unpacking.leaveOut(path);
  if (isOutside(path)) return unpacking.refuse(shown, 'Its path leads out of the archive.');
  try {
    unpacking.take(path, await contentOf(entry, unpacking.mostBytes));
  } catch (error) {
    if (error instanceof OverLimit) throw error;
    unpacking.refuse(shown, wordsOf(error, unpacking.mostBytes));
  }
}

function isOutside(path: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: those are looked for
  return /[\\\u0000-\u001f]/.test(path) || path.startsWith('/') || path.split('/').includes('..');
}

async function contentOf(entry: FileEntry, most: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  const sink = new WritableStream<Uint8Array>({
    write(part) {
      size += part.byteLength;
      if (size > most) throw new TooLarge();
      parts.push(part.slice());
    },
  });
  if (entry.uncompressedSize > most) throw new TooLarge();
  await entry.getData(sink);
  return new Uint8Array(await new Blob(parts as BlobPart[]).arrayBuffer());
}

function wordsOf(error: unknown, most: number): string {
  if (error instanceof TooLarge) {
    return `It has more than ${most / 1_000_000} MB, which no post can hold.`;
  }
  const isEncrypted = error instanceof Error && error.message === ERR_ENCRYPTED;
  return isEncrypted ? 'It is encrypted.' : 'It is damaged and cannot be unpacked.';
}
