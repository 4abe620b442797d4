import {
  mostArchiveBytes,
  mostFileBytes,
  mostFileCharacters,
  mostFiles,
  mostTotalBytes,
  type PostFile,
  type RefusedFile,
} from './post-file';
import { OverLimit, unpackArchive } from './unpack-archive';

/** A file that somebody chose: Markdown, or an archive of such files. */
export interface Upload {
  name: string;
  /** In bytes. */
  size: number;
  /** Called only where the size is within the limits. */
  open(): Promise<Blob>;
}

/** What was found in files that somebody chose. */
export interface ReadUploads {
  files: PostFile[];
  refused: RefusedFile[];
  /** Files in archives that are no Markdown: pictures and the like. */
  leftOut: number;
}

const markdown = /\.(md|markdown)$/i;

/**
 * Reads Markdown files and archives of them, in the browser or on the command line. Whatever cannot
 * be read is told by name, and takes nothing else with it. Never more is unpacked than the limits
 * allow, whatever an archive says of itself.
 */
export async function readUploads(uploads: Upload[]): Promise<ReadUploads> {
  const read: ReadUploads = { files: [], refused: [], leftOut: 0 };
  let bytes = 0;
  const names = new Set<string>();
  const take = (given: string, content: Uint8Array, source: string) => {
    // Two archives may hold files of one name, and reports go by names.
    let name = given;
    while (names.has(name)) name = `${source}/${name}`;
    names.add(name);
    bytes += content.byteLength;
    if (read.files.length >= mostFiles) throw new OverLimit(tooMany);
    if (bytes > mostTotalBytes) throw new OverLimit(tooLarge);
    const text = decode(content);
    if (text === null) refuse(name, notText);
    else if (text.length > mostFileCharacters) refuse(name, fileTooLong);
    else read.files.push({ name, text });
  };
  const refuse = (name: string, message: string) =>
    void read.refused.push({ name: name.slice(0, 200), faults: [{ message }] });
  for (const { name, size, open } of uploads) {
    try {
      if (markdown.test(name)) {
        if (size > mostFileBytes) refuse(name, fileTooLarge);
        else take(name, new Uint8Array(await (await open()).arrayBuffer()), name);
      } else if (!/\.zip$/i.test(name))
        refuse(name, 'It is neither a Markdown file nor a zip archive.');
      else if (size > mostArchiveBytes) refuse(name, archiveTooLarge);
      else {
        await unpackArchive(await open(), {
          isWanted: (path) => markdown.test(path),
          mostBytes: mostFileBytes,
          take: (path, content) => take(path, content, name),
          refuse: (path, message) => refuse(`${name}: ${path}`, message),
          leaveOut: () => {
            read.leftOut += 1;
          },
        });
      }
    } catch (error) {
      if (!(error instanceof OverLimit)) throw error;
      refuse(name, error.message);
    }
  }
  return read;
}

const megabytes = (bytes: number) => `${bytes / 1_000_000} MB`;
const tooMany = `An import has at most ${mostFiles} files. The others were not read: import them apart.`;
const tooLarge = `The files of an import have at most ${megabytes(mostTotalBytes)} together. The others were not read: import them apart.`;
const fileTooLarge = `It has more than ${megabytes(mostFileBytes)}, which no post can hold.`;
const fileTooLong = `It has more than ${mostFileCharacters.toLocaleString('en')} characters, which no post can hold.`;
const archiveTooLarge = `An archive has at most ${megabytes(mostArchiveBytes)}. Import it in parts.`;
const notText = 'It is not a text in UTF-8. Save it as UTF-8 and try again.';

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
