/** What is taken. Anything else has another name, or none. */
export const pictureTypes = ['jpeg', 'png', 'webp', 'avif', 'gif', 'svg'] as const;

export type PictureType = (typeof pictureTypes)[number];

/** What a file is by its bytes; `known` are types with a word of their own in the refusal. */
export type Sniffed = { picture: PictureType } | { known: string } | null;

/** Tells what a file is by its first bytes. Its name and what the browser says do not count. */
export function sniffType(bytes: Buffer): Sniffed {
  const starts = (signature: string, at = 0) =>
    bytes.subarray(at, at + signature.length).equals(Buffer.from(signature, 'latin1'));
  if (starts('\xff\xd8\xff')) return { picture: 'jpeg' };
  if (starts('\x89PNG\r\n\x1a\n')) return { picture: 'png' };
  if (starts('GIF87a') || starts('GIF89a')) return { picture: 'gif' };
  if (starts('RIFF') && starts('WEBP', 8)) return { picture: 'webp' };
  if (starts('ftyp', 4)) return brandOf(bytes);
  const other = Object.entries(others).find(([signature]) => starts(signature));
  if (other) return { known: other[1] };
  return isSvg(bytes) ? { picture: 'svg' } : null;
}

const others: Record<string, string> = {
  '%PDF': 'a PDF',
  PK: 'an archive or an office document',
  'MM\0*': 'a TIFF picture',
  'II*\0': 'a TIFF picture',
  BM: 'a BMP picture',
  MZ: 'a program',
  '\x7fELF': 'a program',
};

/** The family of containers that AVIF, HEIC and films have in common says by its brands which it is. */
function brandOf(bytes: Buffer): Sniffed {
  const end = Math.min(bytes.readUInt32BE(0), 256, bytes.length);
  const brands = bytes.subarray(8, end).toString('latin1');
  if (/avif|avis/.test(brands)) return { picture: 'avif' };
  if (/heic|heix|mif1|hevc/.test(brands)) return { known: 'an HEIC picture' };
  return { known: 'a film' };
}

/** A text whose first element is `svg`, after what may stand before it. */
function isSvg(bytes: Buffer): boolean {
  const text = bytes
    .subarray(0, 4096)
    .toString('utf8')
    .replace(/^\uFEFF/, '');
  const before = /^(?:\s+|<\?[^>]*>|<!--[\s\S]*?-->|<!DOCTYPE[^>[]*(?:\[[^\]]*\])?\s*>)*/i.exec(
    text,
  );
  return /^<(?:[a-z][\w.-]*:)?svg[\s/>]/i.test(text.slice(before?.[0].length ?? 0));
}
