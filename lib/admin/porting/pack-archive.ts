import { TextReader, ZipWriter } from '@zip.js/zip.js/lib/zip-core-native.js';
import type { ExportedFile } from './export-posts';

/**
 * Packs files into a zip archive while it is read, one file in memory at a time. Whoever stops reading
 * ends it.
 *
 * @param files - what fails before the first one is thrown here, so that no half archive looks whole.
 */
export async function packArchive(
  files: AsyncGenerator<ExportedFile>,
): Promise<ReadableStream<Uint8Array>> {
  const first = await files.next();
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  pack(writable, files, first).catch((error) => void writable.abort(error).catch(() => {}));
  return readable;
}

async function pack(
  writable: WritableStream<Uint8Array>,
  files: AsyncGenerator<ExportedFile>,
  first: IteratorResult<ExportedFile>,
): Promise<void> {
  const writer = new ZipWriter(writable);
  try {
    for (let next = first; !next.done; next = await files.next()) {
      const { name, text, changedAt } = next.value;
      await writer.add(name, new TextReader(text), { lastModDate: changedAt });
    }
    await writer.close();
  } finally {
    await files.return(undefined);
  }
}
